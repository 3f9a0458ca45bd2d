/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-cairo/letters.h"

#include <cairo-ft.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draw-cairo/paint.h"
#include "draw-cairo/complain.h"

/* As in the SVG, so that all formats look alike where these fonts are. */
static const char *const families[] = {"Arial", "Helvetica", "Liberation Sans", "Noto Sans",
                                       "sans-serif"};

enum { FAMILIES = sizeof families / sizeof families[0] };

/* ---- Fonts ------------------------------------------------------------------------------------------- */

static FcPattern *pattern_of(FcConfig *config, int bold) {
    FcPattern *wanted = FcPatternCreate();
    int fine = wanted != NULL;
    for (int i = 0; fine && i < FAMILIES; i++)
        fine = FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)families[i]);
    fine =
        fine && FcPatternAddInteger(wanted, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    fine = fine && FcPatternAddInteger(wanted, FC_SLANT, FC_SLANT_ROMAN);
    /* Otherwise the language of the user's environment would choose among fonts. */
    fine = fine && FcPatternAddString(wanted, FC_LANG, (const FcChar8 *)"en");
    fine = fine && FcConfigSubstitute(config, wanted, FcMatchPattern);
    if (!fine && wanted)
        FcPatternDestroy(wanted);
    if (!fine)
        return NULL;
    FcDefaultSubstitute(wanted);
    return wanted;
}

static samen_status find_fonts(samen__letters *letters, int bold, samen_error *err) {
    samen__fonts *fonts = &letters->fonts[bold];
    FcResult result = FcResultMatch;
    if (fonts->face)
        return SAMEN_OK;
    if (!letters->config)
        letters->config = FcInitLoadConfigAndFonts();
    fonts->config = letters->config;
    if (letters->config && !fonts->wanted)
        fonts->wanted = pattern_of(letters->config, bold);
    if (!fonts->wanted)
        return samen__complain_memory(err);
    if (!fonts->found)
        fonts->found = FcFontSort(letters->config, fonts->wanted, FcTrue, NULL, &result);
    if (result == FcResultOutOfMemory)
        return samen__complain_memory(err);
    if (!fonts->found || fonts->found->nfont == 0)
        return samen__complain(
            err, SAMEN_ERR_MISSING, 0,
            "there is no font on this machine; install one, as that of Debian's package "
            "fonts-liberation");
    fonts->face = calloc((size_t)fonts->found->nfont, sizeof(cairo_font_face_t *));
    return fonts->face ? SAMEN_OK : samen__complain_memory(err);
}

/* Letters are outlines: those that are images come out blurred, or not at all. */
static int has(const FcPattern *font, FcChar32 character) {
    FcCharSet *there = NULL;
    FcBool outline = FcTrue;
    (void)FcPatternGetBool(font, FC_OUTLINE, 0, &outline);
    return outline && FcPatternGetCharSet(font, FC_CHARSET, 0, &there) == FcResultMatch &&
           FcCharSetHasChar(there, character);
}

/* The first font that has the character; the first of all when none has, which shows a box. */
static int font_of(const samen__fonts *fonts, FcChar32 character) {
    for (int i = 0; i < fonts->found->nfont; i++) {
        if (has(fonts->found->fonts[i], character))
            return i;
    }
    return 0;
}

static samen_status face_of(samen__fonts *fonts, int font, cairo_font_face_t **face,
                            samen_error *err) {
    if (!fonts->face[font]) {
        FcPattern *ready =
            FcFontRenderPrepare(fonts->config, fonts->wanted, fonts->found->fonts[font]);
        if (!ready)
            return samen__complain_memory(err);
        fonts->face[font] = cairo_ft_font_face_create_for_pattern(ready);
        FcPatternDestroy(ready);
    }
    *face = fonts->face[font];
    return samen__complain_cairo(err, cairo_font_face_status(*face));
}

/* Letters keep their proportions at every size and resolution, and no setting of the user's screen counts. */
static samen_status find_options(samen__letters *letters, samen_error *err) {
    if (!letters->options) {
        letters->options = cairo_font_options_create();
        cairo_font_options_set_antialias(letters->options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(letters->options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(letters->options, CAIRO_HINT_METRICS_OFF);
    }
    return samen__complain_cairo(err, cairo_font_options_status(letters->options));
}

/* ---- Setting a text ---------------------------------------------------------------------------------- */

typedef enum setting { MEASURE, OUTLINE, SHOW } setting;

/* Set letters of one font from `*x` on, and go on to where they end. */
static samen_status set_run(cairo_t *to, setting task, const char *run, int length, double *x,
                            samen_error *err) {
    cairo_scaled_font_t *font = cairo_get_scaled_font(to);
    cairo_glyph_t *glyph = NULL;
    cairo_text_cluster_t *cluster = NULL;
    cairo_text_cluster_flags_t flags = 0;
    cairo_text_extents_t extents;
    int glyphs = 0, clusters = 0;
    cairo_status_t status = cairo_scaled_font_text_to_glyphs(font, *x, 0, run, length, &glyph,
                                                             &glyphs, &cluster, &clusters, &flags);
    if (status != CAIRO_STATUS_SUCCESS)
        return samen__complain_cairo(err, status);
    cairo_scaled_font_glyph_extents(font, glyph, glyphs, &extents);
    if (task == OUTLINE)
        cairo_glyph_path(to, glyph, glyphs);
    else if (task == SHOW)
        cairo_show_text_glyphs(to, run, length, glyph, glyphs, cluster, clusters, flags);
    *x += extents.x_advance;
    cairo_glyph_free(glyph);
    cairo_text_cluster_free(cluster);
    return samen__complain_cairo(err, cairo_status(to));
}

/* One task for the whole text, run by run of letters that have the same font; *x becomes its width. */
static samen_status set_text(samen__fonts *fonts, cairo_t *to, setting task, const char *text,
                             double *x, samen_error *err) {
    samen_status status = SAMEN_OK;
    int length = (int)strlen(text), from = 0, font = -1;
    *x = 0;
    for (int at = 0, next; status == SAMEN_OK && from < length; at = next) {
        FcChar32 character = 0;
        int bytes =
            at < length ? FcUtf8ToUcs4((const FcChar8 *)text + at, &character, length - at) : 0;
        int of = bytes > 0 ? font_of(fonts, character) : -1;
        next = at + bytes;
        if (of == font)
            continue;
        if (font >= 0) {
            cairo_font_face_t *face = NULL;
            status = face_of(fonts, font, &face, err);
            if (status == SAMEN_OK) {
                cairo_set_font_face(to, face);
                status = set_run(to, task, text + from, at - from, x, err);
            }
        }
        from = of < 0 ? length : at; /* what is no UTF-8 ends the text */
        font = of;
    }
    return status;
}

/* A rim of white around the outline, straightened to a tenth of a point or pixel: nobody sees it, and a PDF becomes
 * half as large. */
static samen_status draw_halo(samen__fonts *fonts, cairo_t *to, const char *text, double width,
                              samen_error *err) {
    double ignored;
    samen_status status = set_text(fonts, to, OUTLINE, text, &ignored, err);
    cairo_path_t *outline = cairo_copy_path_flat(to);
    cairo_new_path(to);
    cairo_append_path(to, outline);
    cairo_path_destroy(outline);
    samen__paint_with(to, 0xffffff, 1);
    cairo_set_line_width(to, width);
    cairo_set_dash(to, NULL, 0, 0);
    cairo_stroke(to);
    return status;
}

/* At its place, `to` already turned and narrowed. */
static samen_status draw_at(samen__fonts *fonts, cairo_t *to, const char *text,
                            const samen_surface_lettering *how, samen_error *err) {
    double ignored;
    samen_status status = how->halo > 0 ? draw_halo(fonts, to, text, how->halo, err) : SAMEN_OK;
    samen__paint_with(to, how->colour, 1);
    return status == SAMEN_OK ? set_text(fonts, to, SHOW, text, &ignored, err) : status;
}

samen_status samen__letters_draw(samen__letters *letters, cairo_t *to, double x, double y,
                                 const char *text, const samen_surface_lettering *how,
                                 samen_error *err) {
    static const double before[] = {0, 0.5,
                                    1}; /* the part that stands before the place, by anchor */
    samen__fonts *fonts = &letters->fonts[how->bold];
    double width = 0;
    samen_status status = find_fonts(letters, how->bold, err);
    if (status == SAMEN_OK)
        status = find_options(letters, err);
    if (status != SAMEN_OK)
        return status;
    cairo_save(to);
    cairo_translate(to, x, y);
    cairo_rotate(to, how->turn * acos(-1) / 180);
    cairo_set_font_options(to, letters->options);
    cairo_set_font_size(to, how->size);
    status = set_text(fonts, to, MEASURE, text, &width, err);
    if (width > how->room && how->room > 0) /* a mark that stands on letters has none by itself */
        cairo_scale(to, how->room / width, 1); /* as high as its neighbours, and narrower */
    cairo_translate(to, -before[how->anchor] * width, 0);
    if (status == SAMEN_OK)
        status = draw_at(fonts, to, text, how, err);
    cairo_restore(to);
    return status;
}

void samen__letters_free(samen__letters *letters) {
    for (int weight = 0; weight < SAMEN__WEIGHTS; weight++) {
        samen__fonts *fonts = &letters->fonts[weight];
        for (int i = 0; fonts->face && i < fonts->found->nfont; i++)
            cairo_font_face_destroy(fonts->face[i]);
        free(fonts->face);
        if (fonts->found)
            FcFontSetDestroy(fonts->found);
        if (fonts->wanted)
            FcPatternDestroy(fonts->wanted);
    }
    if (letters->config)
        FcConfigDestroy(letters->config);
    cairo_font_options_destroy(letters->options);
    *letters = (samen__letters){0};
}
