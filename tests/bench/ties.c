/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of ties, the same every time: ties KIND TIES ORGANISATIONS > FILE
 *
 * Kinds: csv ("from,to,form,weight", with a header), ncol ("from to weight"), edges ("u v", numbers). Ends are
 * drawn evenly, the six built-in forms and weights from 0.1 to 9.9 too; nobody is tied to itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

static const char *const forms[] = {"consultation", "ad-hoc",   "information",
                                    "learning",     "resource", "action"};

/* Steele, Lea and Flood's SplitMix64. */
static uint64_t draw(uint64_t *state, uint64_t below) {
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (z ^ (z >> 31)) % below;
}

int main(int argc, char **argv) {
    if (argc != 4)
        bench_stop("usage: ties csv|ncol|edges TIES ORGANISATIONS > FILE");
    int csv = strcmp(argv[1], "csv") == 0, ncol = strcmp(argv[1], "ncol") == 0;
    uint64_t ties = strtoull(argv[2], NULL, 10), organisations = strtoull(argv[3], NULL, 10);
    uint64_t state = 2026;
    if (organisations < 2 || (!csv && !ncol && strcmp(argv[1], "edges") != 0))
        bench_stop("there is no kind %s, or there are fewer than two organisations", argv[1]);
    if (csv)
        puts("from,to,form,weight");
    for (uint64_t i = 0; i < ties; i++) {
        unsigned one = (unsigned)draw(&state, organisations);
        unsigned other = (unsigned)((one + 1 + draw(&state, organisations - 1)) % organisations);
        const char *form = forms[draw(&state, 6)];
        unsigned weight = 1 + (unsigned)draw(&state, 99);
        if (csv)
            printf("org%06u,org%06u,%s,%u.%u\n", one, other, form, weight / 10, weight % 10);
        else if (ncol)
            printf("org%06u org%06u %u.%u\n", one, other, weight / 10, weight % 10);
        else
            printf("%u %u\n", one, other);
    }
    if (fflush(stdout) != 0)
        bench_stop("the file cannot be written");
    return 0;
}
