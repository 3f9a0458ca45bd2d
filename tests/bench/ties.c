/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of ties, the same every time: ties KIND TIES ORGANISATIONS > FILE
 *
 * Kinds: csv ("from,to,form,weight", with a header), ncol ("from to weight"), edges ("u v",
 * numbers). Keys are as people make them, of 6 to 25 bytes and nearly all below 16; the one end of
 * a tie is more often one of a few, the other is any organisation. Nobody is tied to itself. Five
 * million ties of 200,000 organisations are 172 MB. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"

static const char *const kinds[] = {
    "vzw", "org", "school", "ocmw", "library", "gem", "pz",     "clb", "cpas",
    "vzw", "org", "gem",    "pz",   "vzw",     "org", "crèche", "ngo", "opvoedingswinkel"};
static const char *const forms[] = {"consultation", "ad-hoc",   "information",
                                    "learning",     "resource", "action"};
static const char *const weights[] = {"1", "2", "3", "4", "5", "10", "0.5", "1.5", "2.25", "12.75"};
#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Steele, Lea and Flood's SplitMix64. */
static uint64_t mix(uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static uint64_t draw(uint64_t *state, uint64_t below) {
    return mix(*state += 0x9e3779b97f4a7c15u) % below;
}

static void put_key(uint64_t organisation, char after) {
    printf("%s-%03u%c", kinds[mix(organisation) % COUNT(kinds)], (unsigned)organisation, after);
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
        double share = (double)draw(&state, 1u << 30) / (1u << 30);
        uint64_t one = (uint64_t)(share * share * (double)organisations);
        uint64_t other = (one + 1 + draw(&state, organisations - 1)) % organisations;
        const char *form = forms[draw(&state, COUNT(forms))];
        const char *weight = weights[draw(&state, COUNT(weights))];
        if (!csv && !ncol) {
            printf("%llu %llu\n", (unsigned long long)one, (unsigned long long)other);
            continue;
        }
        put_key(one, csv ? ',' : ' ');
        put_key(other, csv ? ',' : ' ');
        if (csv)
            printf("%s,", form);
        puts(weight);
    }
    if (fflush(stdout) != 0)
        bench_stop("the file cannot be written");
    return 0;
}
