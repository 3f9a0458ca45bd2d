/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/registry_words.h"

#include <string.h>

#include "samen/typology.h"

static const struct {
    const char *measure, *title, *summary;
} measures_nl[] = {
    {"brokerage.betweenness", "Tussenpositie",
     "Hoe vaak organisaties en banden op de kortste paden tussen andere liggen, met centralisatie."},
    {"brokerage.holes", "Structurele gaten",
     "Gebondenheid, effectieve grootte, efficiëntie en hiërarchie, en gebondenheid per contact."},
    {"brokerage.roles", "Bemiddelende rollen",
     "Coördinatoren, buitenstaanders, vertegenwoordigers, poortwachters en tussenpersonen tussen groepen, "
     "vergeleken met wat te verwachten is."},
    {"centrality.degree", "Aantal en gewicht van de banden",
     "Banden van en naar anderen, en hun gewicht, per organisatie en per vorm, met centralisatie."},
    {"cohesion.components", "Componenten, snijpunten en fragmentatie",
     "Componenten, snijpunten, bruggen, geïsoleerde organisaties, fragmentatie F en DF."},
    {"cohesion.density", "Dichtheid",
     "Het aandeel van de mogelijke banden dat er is: in het geheel, per vorm, binnen en tussen "
     "groepen, met standaardfouten."},
    {"composition.contrast", "De ene groep vormen tegenover de andere",
     "Het aandeel van de ene groep vormen tegenover de andere, gewoonlijk actie tegenover overleg, "
     "met intervallen."},
    {"composition.forms", "Vormen van samenwerking",
     "Aantallen, gewichten, verbonden paren en samenwerkingsverbanden per vorm, met aandelen en "
     "diversiteit."},
};

static const char *const reasons_nl[][2] = {
    {"neither side occurs", "geen van beide kanten komt voor"},
    {"neither side occurs, or weights are no counts",
     "geen van beide kanten komt voor, of gewichten zijn geen aantallen"},
    {"neither side occurs, there are too few draws, or the bootstrap does not apply",
     "geen van beide kanten komt voor, er zijn te weinig trekkingen, of de bootstrap kan hier niet"},
    {"no tie is possible", "er is geen band mogelijk"},
    {"no tie is possible, or there are too few draws",
     "er is geen band mogelijk, of er zijn te weinig trekkingen"},
    {"nothing was observed", "er is niets waargenomen"},
    {"the organisation has no group", "de organisatie heeft geen groep"},
    {"the organisation has no ties", "de organisatie heeft geen banden"},
    {"the other side does not occur", "de andere kant komt niet voor"},
    {"the standard deviation is 0, or there is no group",
     "de standaardafwijking is 0, of er is geen groep"},
    {"the view is undirected", "banden hebben hier geen richting"},
    {"there are fewer than three organisations", "er zijn minder dan drie organisaties"},
    {"there are fewer than three organisations, or not all pairs of others and only these count",
     "er zijn minder dan drie organisaties, of niet alle paren van andere tellen"},
    {"there are fewer than two organisations", "er zijn minder dan twee organisaties"},
    {"there are no draws, or there is no group", "er zijn geen trekkingen, of er is geen groep"},
    {"there are no organisations", "er zijn geen organisaties"},
    {"there are too few organisations", "er zijn te weinig organisaties"},
    {"there is no pair", "er is geen paar"},
    {"there is no pair of others", "er is geen paar van andere"},
    {"there is nothing to share", "er valt niets te verdelen"},
    {"there is nothing to share, or one form only",
     "er valt niets te verdelen, of er is maar één vorm"},
};

enum { MEASURES = sizeof measures_nl / sizeof measures_nl[0] };

const char *samen__measure_title_in(uint32_t language, const samen__measure *measure) {
    for (int32_t i = 0; i < MEASURES && language == SAMEN_LANGUAGE_NL; i++) {
        if (strcmp(measures_nl[i].measure, measure->name) == 0)
            return measures_nl[i].title;
    }
    return measure->title;
}

const char *samen__measure_summary_in(uint32_t language, const samen__measure *measure) {
    for (int32_t i = 0; i < MEASURES && language == SAMEN_LANGUAGE_NL; i++) {
        if (strcmp(measures_nl[i].measure, measure->name) == 0)
            return measures_nl[i].summary;
    }
    return measure->summary;
}

const char *samen__reason_in(uint32_t language, const char *reason) {
    for (size_t i = 0;
         i < sizeof reasons_nl / sizeof reasons_nl[0] && language == SAMEN_LANGUAGE_NL; i++) {
        if (strcmp(reasons_nl[i][0], reason) == 0)
            return reasons_nl[i][1];
    }
    return reason;
}
