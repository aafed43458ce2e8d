#include "pages/answer_form.h"

#include <algorithm>
#include <charconv>

namespace makegood::pages {
namespace {

std::int64_t number(const std::string& text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_empty(std::string_view text) { return trim(text).empty(); }

std::string one_line_ends(std::string text) { return replace_all(std::move(text), "\r\n", "\n"); }

Evidence piece(EvidenceKind kind, const std::string& text, const std::string& url = {}, const std::string& source = {}) {
  Evidence evidence;
  evidence.kind = kind;
  evidence.text = trim(one_line_ends(text));
  evidence.url = trim(url);
  evidence.source = trim(source);
  return evidence;
}

// The pieces that somebody began to type, whole or not.
std::vector<Evidence> begun(const AnswerForm& form) {
  std::vector<Evidence> all;
  if (!is_empty(form.link) || !is_empty(form.shows)) all.push_back(piece(EvidenceKind::link, form.shows, form.link));
  if (!is_empty(form.figure) || !is_empty(form.source)) all.push_back(piece(EvidenceKind::figure, form.figure, {}, form.source));
  if (!is_empty(form.quotation)) {
    all.push_back(piece(EvidenceKind::quotation, form.quotation));
    all.back().consent = form.consent;
  }
  return all;
}

bool is_whole(const Evidence& evidence) { return makegood::faults_of(evidence).empty(); }

std::string key(std::string_view field, std::string_view code) {
  return "answer.error." + std::string(code == "empty" ? field : code);
}

}  // namespace

bool AnswerForm::is_blank() const {
  return claim.empty() && is_empty(reason) && is_empty(narrative) && is_empty(because) && date.empty() && begun(*this).empty();
}

QueryPairs pairs_about(const QueryPairs& all, const ItemId& item) {
  const auto prefix = item.text + "-";
  QueryPairs own;
  for (const auto& [name, value] : all)
    if (name.starts_with(prefix)) own.emplace_back(name.substr(prefix.size()), value);
  return own;
}

AnswerForm answer_form_from(const QueryPairs& pairs) {
  AnswerForm form;
  form.claim = field(pairs, "claim");
  form.reason = one_line_ends(field(pairs, "reason"));
  form.narrative = one_line_ends(field(pairs, "narrative"));
  form.because = one_line_ends(field(pairs, "because"));
  form.date = date_fields_from(pairs, "date");
  form.link = field(pairs, "link");
  form.shows = field(pairs, "shows");
  form.figure = field(pairs, "figure");
  form.source = field(pairs, "source");
  form.quotation = one_line_ends(field(pairs, "quotation"));
  form.file_shows = field(pairs, "file_shows");
  form.consent = field(pairs, "consent") == "yes";
  for (const auto& [name, value] : pairs)
    if (name == "drop") form.drop.push_back(value);
  form.seen = number(field(pairs, "seen"));
  return form;
}

QueryPairs pairs_of(const AnswerForm& form) {
  QueryPairs pairs;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) pairs.emplace_back(name, value);
  };
  add("claim", form.claim);
  add("reason", form.reason);
  add("narrative", form.narrative);
  add("because", form.because);
  add("date-day", form.date.day);
  add("date-month", form.date.month);
  add("date-year", form.date.year);
  add("link", form.link);
  add("shows", form.shows);
  add("figure", form.figure);
  add("source", form.source);
  add("quotation", form.quotation);
  if (form.consent) add("consent", "yes");
  return pairs;
}

AnswerForm answer_form(const Update& update) {
  AnswerForm form;
  form.claim = update.no_change ? kNoChange : update.nil_return ? kNothingToReport : update.claim == Claim::not_yet_reported ? std::string_view{} : word(update.claim);
  form.reason = update.claim_reason;
  form.narrative = update.narrative;
  form.date = date_fields(update.forecast);
  form.because = update.forecast_reason;
  return form;
}

Update words_from(const AnswerForm& form) {
  Update words;
  words.no_change = form.claim == kNoChange;
  words.nil_return = form.claim == kNothingToReport;
  words.claim = claim_from(form.claim).value_or(Claim::not_yet_reported);
  words.claim_reason = trim(form.reason);
  words.narrative = trim(form.narrative);
  words.forecast = day_from(form.date).value_or(std::nullopt);
  words.forecast_reason = trim(form.because);
  return words;
}

std::vector<Evidence> evidence_from(const AnswerForm& form) {
  auto all = begun(form);
  std::erase_if(all, [](const Evidence& evidence) { return !is_whole(evidence); });
  return all;
}

AnswerForm without_evidence(AnswerForm form) {
  for (const auto& evidence : evidence_from(form)) {
    if (evidence.kind == EvidenceKind::link) form.link.clear(), form.shows.clear();
    if (evidence.kind == EvidenceKind::figure) form.figure.clear(), form.source.clear();
    if (evidence.kind == EvidenceKind::quotation) form.quotation.clear(), form.consent = false;
  }
  form.file_shows.clear();
  form.drop.clear();
  return form;
}

std::vector<FieldFault> faults_of(const AnswerForm& form, const Item& item, const std::vector<Evidence>& kept) {
  std::vector<FieldFault> faults;
  const auto add = [&](std::string_view field, std::string_view code) {
    faults.push_back({item.id.text + "-" + std::string(field), key(field, code)});
  };
  auto words = words_from(form);
  words.evidence = kept;
  for (const auto& fault : makegood::faults_of(words, item.dates().due)) add(fault.field, fault.code);
  if (!day_from(form.date)) add("date-day", "date");
  for (const auto& evidence : begun(form))
    for (const auto& fault : makegood::faults_of(evidence)) add(fault.field, fault.code);
  return faults;
}

std::string_view typed_language(const Site& site) { return site.words.language() == Language::cy ? "cy" : "en"; }

std::string claim_words(const Site& site, Claim claim) { return site.words("claim." + std::string(word(claim))); }
std::string stage_words(const Site& site, Stage stage) { return site.words("stage." + std::string(word(stage))); }

std::string answer_words(const Site& site, const Update& update) {
  if (update.no_change) return site.words("claim.no_change");
  if (update.nil_return) return site.words("claim.nothing_to_report");
  return claim_words(site, update.claim);
}

}  // namespace makegood::pages
