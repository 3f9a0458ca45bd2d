# SPDX-License-Identifier: GPL-3.0-or-later
# A file as numbers for an array of C: strings of C may not be so long. cmake -DFROM=... -DTO=... -P bytes.cmake
file(READ ${FROM} bytes HEX)
string(REPEAT "[0-9a-f]" 48 line)
string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${TO} "${bytes}\n")
