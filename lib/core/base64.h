/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes as letters, as RFC 4648 has it in section 4. */
#ifndef SAMEN_CORE_BASE64_H
#define SAMEN_CORE_BASE64_H

#include "core/text.h"

void samen__base64_add(samen__text *text, const unsigned char *bytes, int64_t length);

#endif
