# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes and offsets of structs where a pointer has 8 bytes and every type stands at a multiple of its size."""
import re

from headers import POINTER, SIZES, Unclear


def size_of(spelled, types):
    """The size and the alignment of a field's type."""
    array = re.fullmatch(r"(.*)\[(\d+)\]", spelled)
    if array:
        size, align = size_of(array.group(1), types)
        return size * int(array.group(2)), align
    if "*" in spelled or types.get(spelled) == "callback":
        return POINTER, POINTER
    size = SIZES[types.get(spelled, spelled)]
    return size, size


def lay_out(struct, types):
    """The struct with its size, and its fields with offset and size, as samen.json has them."""
    at, widest, fields = 0, 1, []
    for field in struct["fields"]:
        size, align = size_of(field["type"], types)
        at += -at % align
        fields.append({"name": field["name"], "type": field["type"], "offset": at, "size": size,
                       "help": field["help"]})
        at, widest = at + size, max(widest, align)
    size = at + -at % widest
    if size != sum(f["size"] for f in fields) and fields[0]["name"] == "struct_size":
        raise Unclear(f"{struct['name']} has padding, in which an older caller leaves garbage: fill it with "
                      "fields named reserved")
    return {"name": struct["name"], "type": struct["type"], "size": size, "help": struct["help"],
            "fields": fields}
