/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many cells to a square of the picture: the share of them that is tied, in shades whose bounds grow by a factor. */
#include <math.h>

#include "core/memory.h"
#include "draw/matrix.h"
#include "draw/palette.h"

static int32_t bin_of(const samen__matrix *m, int64_t place) {
    return (int32_t)(place * m->bins / m->scene.organisations);
}

static int64_t size_of(const samen__matrix *m, int64_t bin) {
    int64_t n = m->scene.organisations, b = m->bins;
    return ((bin + 1) * n + b - 1) / b - (bin * n + b - 1) / b;
}

/* The cells of organisations with themselves do not count. */
static double density_of(const samen__matrix *m, int32_t row, int32_t column) {
    int64_t possible = size_of(m, row) * (size_of(m, column) - (row == column));
    int32_t ties = m->bin[(int64_t)row * m->bins + column];
    return ties > 0 ? (double)ties / (double)possible : 0;
}

samen_status samen__matrix_bin(samen__matrix *m, samen_error *err) {
    const int32_t *place = m->sequence.place;
    samen__pair pair;
    int64_t n = m->scene.organisations;
    m->bins = (int32_t)(n < SAMEN__MOST_BINS ? n : SAMEN__MOST_BINS);
    m->bin = samen__new((int64_t)m->bins * m->bins, sizeof *m->bin, err);
    if (!m->bin)
        return SAMEN_ERR_MEMORY;
    for (samen__walk w = {0}; samen__next_pair(m->call->pairs, &w, &pair);) {
        int64_t low = bin_of(m, place[pair.low]), high = bin_of(m, place[pair.high]);
        m->bin[low * m->bins + high] += pair.forward > 0;
        m->bin[high * m->bins + low] += pair.backward > 0;
    }
    for (int32_t row = 0; row < m->bins; row++) {
        for (int32_t column = 0; column < m->bins; column++) {
            double density = density_of(m, row, column);
            if (density > 0 && (m->most == 0 || density < m->least))
                m->least = density;
            m->most = fmax(m->most, density);
        }
    }
    return SAMEN_OK;
}

/* Two digits that count, so that a legend can be read. */
static double rounded(double value) {
    double unit = pow(10, floor(log10(value)) - 1);
    return round(value / unit) * unit;
}

double samen__matrix_bound(const samen__matrix *m, int32_t shade) {
    double growth = m->most / m->least;
    return shade == 0 ? m->least
           : shade == SAMEN__SHADES
               ? m->most
               : rounded(m->least * pow(growth, (double)shade / SAMEN__SHADES));
}

/* -1 where nothing is tied. */
static int32_t shade_of(const samen__matrix *m, int32_t row, int32_t column) {
    double density = density_of(m, row, column);
    int32_t shade = density > 0 ? SAMEN__SHADES - 1 : -1;
    while (shade > 0 && density < samen__matrix_bound(m, shade))
        shade--;
    return shade;
}

/* A path for each shade, what is alike in a row in one piece. */
void samen__matrix_bins(samen__matrix *m) {
    samen__surface *surface = m->call->surface;
    double side = m->box.width / m->bins;
    for (int32_t shade = 0; shade < SAMEN__SHADES; shade++) {
        samen__pen pen = samen__filled(samen__shade(shade));
        samen__trace_clear(&m->frame.path);
        for (int32_t row = 0; row < m->bins; row++) {
            for (int32_t column = 0, next; column < m->bins; column = next) {
                int32_t here = shade_of(m, row, column);
                for (next = column + 1; next < m->bins && shade_of(m, row, next) == here;)
                    next++;
                if (here == shade)
                    samen__trace_rectangle(&m->frame.path, m->box.x + column * side,
                                           m->box.y + row * side, (next - column) * side, side);
            }
        }
        if (m->frame.path.steps > 0)
            surface->path(surface, &m->frame.path, &pen, NULL);
    }
}
