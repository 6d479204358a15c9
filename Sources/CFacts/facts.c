#include "facts.h"

static const unsigned char divided_words[] = {
#embed "../../Facts/divided-words.tsv"
};
static const unsigned char formulas[] = {
#embed "../../Facts/formulas.tsv"
};
static const unsigned char genres[] = {
#embed "../../Facts/genres.tsv"
};
static const unsigned char date_words[] = {
#embed "../../Facts/date-words.tsv"
};
static const unsigned char quaker_months[] = {
#embed "../../Facts/quaker-months.tsv"
};
static const unsigned char relative_days[] = {
#embed "../../Facts/relative-days.tsv"
};
static const unsigned char reigns[] = {
#embed "../../Facts/reigns.tsv"
};
static const unsigned char seasons[] = {
#embed "../../Facts/seasons.tsv"
};
static const unsigned char time_zones[] = {
#embed "../../Facts/time-zones.tsv"
};
static const unsigned char weekdays[] = {
#embed "../../Facts/weekdays.tsv"
};
static const unsigned char months[] = {
#embed "../../Facts/months.tsv"
};
static const unsigned char numbers[] = {
#embed "../../Facts/numbers.tsv"
};
static const unsigned char organisations[] = {
#embed "../../Facts/organisations.tsv"
};
static const unsigned char phrases[] = {
#embed "../../Facts/phrases.tsv"
};
static const unsigned char roles[] = {
#embed "../../Facts/roles.tsv"
};
static const unsigned char states[] = {
#embed "../../Facts/states.tsv"
};
static const unsigned char given_names[] = {
#embed "../../Facts/given-names.tsv"
};
static const unsigned char place_nouns[] = {
#embed "../../Facts/place-nouns.tsv"
};
static const unsigned char elements[] = {
#embed "../../Facts/elements.tsv"
};
static const unsigned char endings[] = {
#embed "../../Facts/endings.tsv"
};
static const unsigned char headings[] = {
#embed "../../Facts/headings.tsv"
};
static const unsigned char insertions[] = {
#embed "../../Facts/insertions.tsv"
};
static const unsigned char note_kinds[] = {
#embed "../../Facts/note-kinds.tsv"
};
static const unsigned char stage[] = {
#embed "../../Facts/stage.tsv"
};
static const unsigned char doubled_words[] = {
#embed "../../Facts/doubled-words.tsv"
};
static const unsigned char misspelt_months[] = {
#embed "../../Facts/misspelt-months.tsv"
};
static const unsigned char regions[] = {
#embed "../../Facts/regions.tsv"
};
static const unsigned char titles[] = {
#embed "../../Facts/titles.tsv"
};
static const unsigned char buildings[] = {
#embed "../../Facts/buildings.tsv"
};
static const unsigned char towns[] = {
#embed "../../Facts/towns.tsv"
};
static const unsigned char features[] = {
#embed "../../Facts/features.tsv"
};
static const unsigned char lands[] = {
#embed "../../Facts/lands.tsv"
};
static const unsigned char name_words[] = {
#embed "../../Facts/name-words.tsv"
};
static const unsigned char state_names[] = {
#embed "../../Facts/state-names.tsv"
};
static const unsigned char bodies[] = {
#embed "../../Facts/bodies.tsv"
};
static const unsigned char citations[] = {
#embed "../../Facts/citations.tsv"
};
static const unsigned char units[] = {
#embed "../../Facts/units.tsv"
};
static const unsigned char tei_elements[] = {
#embed "../../Facts/tei-elements.tsv"
};
static const unsigned char html_names[] = {
#embed "../../Facts/html-names.tsv"
};
static const unsigned char unicode_blocks[] = {
#embed "../../Facts/unicode-blocks.tsv"
};

engross_fact_file engross_facts(size_t index) {
  static const engross_fact_file files[] = {
      {"divided-words", divided_words, sizeof divided_words},
      {"formulas", formulas, sizeof formulas},
      {"doubled-words", doubled_words, sizeof doubled_words},
      {"misspelt-months", misspelt_months, sizeof misspelt_months},
      {"elements", elements, sizeof elements},
      {"endings", endings, sizeof endings},
      {"headings", headings, sizeof headings},
      {"insertions", insertions, sizeof insertions},
      {"note-kinds", note_kinds, sizeof note_kinds},
      {"stage", stage, sizeof stage},
      {"genres", genres, sizeof genres},
      {"date-words", date_words, sizeof date_words},
      {"quaker-months", quaker_months, sizeof quaker_months},
      {"relative-days", relative_days, sizeof relative_days},
      {"reigns", reigns, sizeof reigns},
      {"seasons", seasons, sizeof seasons},
      {"time-zones", time_zones, sizeof time_zones},
      {"weekdays", weekdays, sizeof weekdays},
      {"months", months, sizeof months},
      {"numbers", numbers, sizeof numbers},
      {"organisations", organisations, sizeof organisations},
      {"phrases", phrases, sizeof phrases},
      {"roles", roles, sizeof roles},
      {"states", states, sizeof states},
      {"given-names", given_names, sizeof given_names},
      {"place-nouns", place_nouns, sizeof place_nouns},
      {"regions", regions, sizeof regions},
      {"titles", titles, sizeof titles},
      {"buildings", buildings, sizeof buildings},
      {"towns", towns, sizeof towns},
      {"features", features, sizeof features},
      {"lands", lands, sizeof lands},
      {"name-words", name_words, sizeof name_words},
      {"state-names", state_names, sizeof state_names},
      {"bodies", bodies, sizeof bodies},
      {"citations", citations, sizeof citations},
      {"units", units, sizeof units},
      {"tei-elements", tei_elements, sizeof tei_elements},
      {"html-names", html_names, sizeof html_names},
      {"unicode-blocks", unicode_blocks, sizeof unicode_blocks},
      {NULL, NULL, 0},
  };
  size_t count = sizeof files / sizeof files[0];
  return files[index < count ? index : count - 1];
}
