# SPDX-License-Identifier: GPL-3.0-or-later
# Files, one behind the other, as numbers for an array of C: strings of C may not be so long.
# cmake "-DFROM=one;two" -DTO=... -P bytes.cmake
set(bytes "")
foreach(file IN LISTS FROM)
  file(READ ${file} part HEX)
  string(APPEND bytes "${part}")
endforeach()
string(REPEAT "[0-9a-f]" 48 line)
string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${TO} "${bytes}\n")
