/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "title.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

char *title_name(const char *path) {
    int end = (int)strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    int start = end;
    while (start > 0 && path[start - 1] != '/')
        start--;
    return start < end ? text_of("%.*s", end - start, path + start) : text_of("%s", path);
}

char *title_line(const char *path) {
    static const char *const places[] = {"SOURCE.md", "../SOURCE.md"};
    for (int i = 0; i < 2; i++) {
        char line[512] = "", *source = text_of("%s/%s", path, places[i]);
        FILE *file = source ? fopen(source, "r") : NULL;
        free(source);
        if (!file)
            continue;
        int read = fgets(line, sizeof line, file) != NULL;
        fclose(file);
        line[strcspn(line, "\r\n")] = '\0';
        return read ? text_of("%s", line + strspn(line, "# ")) : NULL;
    }
    return NULL;
}
