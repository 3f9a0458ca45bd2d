/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of every kind, each of real or plainly fictional data, and a report: see docs/gallery.md.
 *
 * Usage: 06_gallery [FOLDER], a folder that is there; what it holds under the same names is replaced. */
#include <stdio.h>

#include <samen/samen.h>

static const struct {
    const char *file, *dataset, *seen, *kind, *options;
} pictures[] = {
    {"who-works-with-whom.svg", "emon/Texas", "", "sociogram",
     "group=sponsorship; size=betweenness"},
    {"each-form-by-itself.svg", "house-of-the-child", "direction=either", "multiples",
     "group=sector; names=key"},
    {"then-and-now.svg", "house-of-the-child", "direction=either", "multiples",
     "by=wave; waves=2022-01-01..2023-01-01; waves=2024-01-01..2025-01-01; names=key"},
    {"who-is-tied-alike.svg", "padgett", "", "matrix", "dendrogram=true"},
    {"how-much-of-each-form.svg", "house-of-the-child", "direction=either", "shares", ""},
    {"which-forms-where.svg", "house-of-the-child", "direction=either", "shares",
     "by=group; group=sector"},
    {"who-stands-between-whom.svg", "emon/Texas", "", "roles", "group=sponsorship; top=12"},
    {"how-many-partners.svg", "emon/Texas", "", "distribution", ""},
};

/* Draw one picture; SAMEN_OK, or what went wrong in *error. */
static samen_status draw(int i, const char *folder, samen_error *error) {
    samen_network *network = NULL;
    samen_view *view = NULL;
    char from[256], to[1024], options[512];
    snprintf(from, sizeof from, "examples/data/%s", pictures[i].dataset);
    snprintf(to, sizeof to, "%s/%s", folder, pictures[i].file);
    snprintf(options, sizeof options, "%s; source=%s", pictures[i].options, pictures[i].dataset);
    samen_status status = samen_io_read(from, NULL, NULL, &network, error);
    if (status == SAMEN_OK)
        status = samen_view_make(network, pictures[i].seen, NULL, &view, error);
    if (status == SAMEN_OK)
        status = samen_draw_write(view, pictures[i].kind, options, NULL, to, 1, error);
    samen_view_free(view);
    samen_network_free(network);
    return status;
}

/* The report of one network, as a page for a browser. */
static samen_status report(const char *folder, samen_error *error) {
    samen_network *network = NULL;
    samen_view *view = NULL;
    samen_report *report = NULL;
    char to[1024];
    snprintf(to, sizeof to, "%s/report.html", folder);
    samen_status status =
        samen_io_read("examples/data/house-of-the-child", NULL, NULL, &network, error);
    if (status == SAMEN_OK)
        status = samen_view_make(network, "direction=either", NULL, &view, error);
    if (status == SAMEN_OK)
        status = samen_report_new(view, "language=nl; group=sector", NULL, &report, error);
    if (status == SAMEN_OK)
        status = samen_report_write(report, "html", NULL, to, 1, error);
    samen_report_free(report);
    samen_view_free(view);
    samen_network_free(network);
    return status;
}

int main(int argc, char **argv) {
    const char *folder = argc > 1 ? argv[1] : ".";
    samen_error error = {0};
    samen_status status = SAMEN_OK;
    int count = (int)(sizeof pictures / sizeof pictures[0]);
    for (int i = 0; i < count && status == SAMEN_OK; i++) {
        status = draw(i, folder, &error);
        if (status == SAMEN_OK)
            printf("%s\n", pictures[i].file);
    }
    if (status == SAMEN_OK)
        status = report(folder, &error);
    if (status == SAMEN_OK)
        puts("report.html");
    else
        fprintf(stderr, "%s\n", error.message);
    return status != SAMEN_OK;
}
