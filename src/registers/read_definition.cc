#include "registers/read_definition.h"

#include <algorithm>

#include "registers/check_definition.h"
#include "registers/group_words.h"
#include "registers/json_lines.h"
#include "registers/members.h"

namespace makegood {
namespace {

using namespace registers;

constexpr std::size_t kLargest = 1U << 20U;

Constraints read_constraints(Members in) {
  in.only({"required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum"});
  return {.required = in.flag("required"), .unique = in.flag("unique"), .min_length = in.number("minLength"),
          .max_length = in.number("maxLength"), .minimum = in.bound("minimum"), .maximum = in.bound("maximum"),
          .pattern = in.text("pattern"), .one_of = in.texts("enum")};
}

void read_ours(Members in, RegisterField& field) {
  in.only({"title_cy", "question", "question_cy", "hint", "hint_cy", "page", "frame", "many", "shown_if", "refers", "holds", "seen_by",
           "erased", "public", "snap", "case", "long", "set_by", "headings", "sender"});
  field.title.cy = in.text("title_cy");
  field.question = in.bilingual("question", "question_cy");
  field.hint = in.bilingual("hint", "hint_cy");
  field.page = in.text("page");
  field.frame = in.text("frame");
  field.many = in.flag("many");
  field.shown_if = in.condition("shown_if");
  field.refers = in.word("refers", kRefers, Refers::nothing);
  field.holds = in.word("holds", kHolds, Holds::ordinary);
  field.seen_by = in.texts("seen_by");
  field.headings = in.texts("headings");
  field.snap = in.word("snap", kSnaps, Snap::none);
  field.set_by = in.word("set_by", kSetBy, SetBy::whoever_submits);
  field.erased = in.flag("erased");
  field.is_public = in.flag("public");
  field.for_the_case = !in.has("case") || in.flag("case");
  field.long_text = in.flag("long");
  field.is_sender = in.flag("sender");
}

RegisterField read_field(Members in) {
  in.only({"name", "title", "description", "type", "format", "constraints", "makegood"});
  RegisterField field;
  field.name = in.needed("name");
  field.title.en = in.needed("title");
  field.description = in.text("description");
  if (!in.has("type")) in.fault("name", "\"type\" is missing");
  field.type = in.word("type", kFieldTypes, FieldType::string);
  field.format = in.word("format", kTextFormats, TextFormat::any);
  field.constraints = read_constraints(in.inside("constraints"));
  read_ours(in.inside("makegood"), field);
  return field;
}

std::vector<Who> read_who(Members& in, const char* key) {
  return in.objects<Who>(key, [](Members who) {
    who.only({"role", "of"});
    const auto of = who.text("of");
    if (!of.empty() && of != "own" && of != "all") who.fault("of", "\"of\" is neither \"own\" nor \"all\"");
    return Who{who.needed("role"), of == "own"};
  });
}

State read_state(Members in) {
  in.only({"name", "title", "title_cy", "moves", "needs", "within_days", "within_working_days", "final", "sender"});
  return {.name = in.needed("name"), .title = {in.needed("title"), in.text("title_cy")}, .moves = in.texts("moves"),
          .needs = in.texts("needs"), .within_days = in.number("within_days"),
          .within_working_days = in.number("within_working_days"), .is_final = in.flag("final"),
          .sender_may_change = in.flag("sender")};
}

Signal read_signal(Members in) {
  in.only({"name", "title", "title_cy", "kind", "by", "field", "days", "to"});
  return {.name = in.needed("name"), .title = {in.needed("title"), in.text("title_cy")}, .kind = in.word("kind", kSignalKinds, SignalKind::rise),
          .by = in.texts("by"), .field = in.text("field"), .days = in.number("days"), .to = in.text("to")};
}

RegisterChoice read_choice(Members in) {
  in.only({"code", "title", "title_cy", "also"});
  return {in.needed("code"), {in.needed("title"), in.text("title_cy")}, in.texts("also")};
}

void read_frames(Members in, Definition& d) {
  for (const auto& [name, value] : in.json().items()) d.frames[name] = in.objects<RegisterChoice>(name.c_str(), read_choice);
}

Lawful read_lawful(Members in) {
  in.only({"article_6", "article_9", "article_10", "schedule_1", "part_3", "controllers", "dpia", "policy_document", "sharing_agreement"});
  return {.article_6 = in.text("article_6"), .article_9 = in.text("article_9"), .article_10 = in.text("article_10"),
          .schedule_1 = in.text("schedule_1"), .part_3 = in.text("part_3"), .controllers = in.texts("controllers"),
          .dpia = in.text("dpia"), .policy_document = in.text("policy_document"), .sharing_agreement = in.text("sharing_agreement")};
}

void read_rules(Members& in, Definition& d) {
  if (in.has("returns")) {
    auto r = in.inside("returns");
    r.only({"every", "expected", "nil", "due_days"});
    d.returns = Returns{r.word("every", kEvery, Every::quarter), r.needed("expected"), r.flag("nil"), r.number("due_days").value_or(0)};
  }
  if (in.has("retention")) {
    auto r = in.inside("retention");
    r.only({"years", "from"});
    d.retention = Retention{r.number("years").value_or(0), r.needed("from")};
  }
  if (in.has("consent")) {
    auto c = in.inside("consent");
    c.only({"field", "given"});
    d.consent = Consent{c.needed("field"), c.texts("given")};
  }
  if (in.has("public")) {
    auto p = in.inside("public");
    p.only({"when"});
    d.public_when = p.condition("when");
  }
  if (in.has("counts")) {
    auto c = in.inside("counts");
    c.only({"by", "of"});
    d.counts_by = c.texts("by");
    d.counts_of = c.needed("of");
  }
  auto roles = in.inside("roles");
  roles.only({"submit", "see", "handle", "export"});
  d.roles = {read_who(roles, "submit"), read_who(roles, "see"), read_who(roles, "handle"), read_who(roles, "export")};
}

void read_top(Members in, Definition& d, GroupWords& groups) {
  in.only({"name", "title", "title_cy", "purpose", "purpose_cy", "shape", "version", "sources", "lawful", "subjects", "opens", "roles",
           "organisation", "author", "independent", "pages", "frames", "states", "returns", "retention", "consent", "public", "anonymous",
           "confidential", "exit", "date", "counts", "signals", "links", "composition", "circulation", "pack"});
  d.name = in.needed("name");
  d.version = in.number("version").value_or(1);
  d.title = {in.needed("title"), in.text("title_cy")};
  d.purpose = {in.needed("purpose"), in.text("purpose_cy")};
  d.shape = in.text("shape");
  d.sources = in.objects<Source>("sources", [](Members s) {
    s.only({"title", "dated", "url"});
    return Source{s.needed("title"), s.needed("dated"), s.text("url")};
  });
  d.lawful = read_lawful(in.inside("lawful"));
  d.subjects = in.texts("subjects");
  const auto opens = in.text("opens");
  if (!opens.empty() && opens != "at_once" && opens != "dpia") in.fault("opens", "\"opens\" is neither \"at_once\" nor \"dpia\"");
  d.opens_with_dpia = opens == "dpia";
  d.organisation = in.text("organisation");
  d.author = in.text("author");
  d.date = in.text("date");
  d.independent = in.texts("independent");
  d.pages = in.objects<FormPage>("pages", [](Members p) {
    p.only({"name", "title", "title_cy"});
    return FormPage{p.needed("name"), {p.needed("title"), p.text("title_cy")}};
  });
  read_frames(in.inside("frames"), d);
  d.states = in.objects<State>("states", read_state);
  d.signals = in.objects<Signal>("signals", read_signal);
  d.anonymous = in.flag("anonymous");
  d.confidential = in.flag("confidential");
  d.exit_page = in.flag("exit");
  d.links = in.texts("links");
  groups = read_group_words(in);
  read_rules(in, d);
}

ForeignKey read_foreign_key(Members in) {
  in.only({"fields", "reference"});
  auto reference = in.inside("reference");
  reference.only({"resource", "fields"});
  return {in.one_or_more("fields"), reference.text("resource"), reference.one_or_more("fields")};
}

std::vector<PlacedFault> read_all(const Json& json, Definition& d, GroupWords& groups) {
  std::vector<PlacedFault> faults;
  Members in(json, "", faults);
  in.only({"$schema", "fields", "missingValues", "primaryKey", "foreignKeys", "makegood"});
  d.fields = in.objects<RegisterField>("fields", read_field);
  d.missing_values = in.texts("missingValues");
  d.primary_key = in.one_or_more("primaryKey");
  d.foreign_keys = in.objects<ForeignKey>("foreignKeys", read_foreign_key);
  if (!in.has("makegood")) in.fault("makegood", "\"makegood\" is missing: it names the register");
  else read_top(in.inside("makegood"), d, groups);
  // Where somebody may send something without being known, its author is somebody to be known.
  for (auto& field : d.fields)
    if (d.gives_receipts() && !d.author.empty() && field.name == d.author) field.is_sender = true;
  return faults;
}

/// Where reading had to stop. Text that is no JSON has no members to point at.
int line_where_reading_stops(std::string_view text) {
  try {
    const Json read = Json::parse(text);
    static_cast<void>(read);
  } catch (const Json::parse_error& error) {
    const auto before = text.substr(0, error.byte == 0 ? 0 : error.byte - 1);
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  }
  return 1;
}

/// Editors of old save "ŷ" and "£" in a code page of their own.
int line_of_stray_byte(std::string_view text) {
  int line = 1;
  for (const auto& one : split(text, '\n')) {
    if (!is_valid_utf8(one)) return line;
    ++line;
  }
  return line;
}

}  // namespace

ReadDefinition read_definition(std::string_view text) {
  ReadDefinition read;
  if (text.size() > kLargest) return read.faults.push_back({1, "a definition may have 1 MB at most"}), read;
  const auto json = parse_json(text);
  if (!json && json.error().fault == Fault::too_large) return read.faults.push_back({1, json.error().message}), read;
  if (!json && !is_valid_utf8(text)) return read.faults.push_back({line_of_stray_byte(text), "from here on it is not UTF-8: save the file with the encoding UTF-8"}), read;
  if (!json) return read.faults.push_back({line_where_reading_stops(text), "from here on it is not JSON: is a comma missing before, or one too many?"}), read;
  GroupWords groups;
  auto faults = read_all(*json, read.definition, groups);
  if (faults.empty()) {
    faults = check_definition(read.definition);
    check_group_words(read.definition, groups, faults);
  }
  const JsonLines lines(text);
  for (const auto& [name, line] : lines.twice()) read.faults.push_back({line, fmt::format("\"{}\" is said twice in one object", shorten(name, 60))});
  for (auto& fault : faults) read.faults.push_back({lines.of(fault.pointer), std::move(fault.message)});
  std::stable_sort(read.faults.begin(), read.faults.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  return read;
}

Result<Definition> definition_of(std::string_view text) {
  auto read = read_definition(text);
  if (read.faults.empty()) return std::move(read.definition);
  return refuse(Fault::invalid_input, fmt::format("line {}: {}", read.faults.front().line, read.faults.front().message));
}

}  // namespace makegood
