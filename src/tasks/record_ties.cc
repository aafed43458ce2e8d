#include "tasks/record_ties.h"

#include <algorithm>
#include <map>

#include "tasks/record_step.h"
#include "tasks/record_ties_step.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

bool may_be_tied(const Definition& definition, TieTo to) {
  return std::find(definition.links.begin(), definition.links.end(), link_word(to)) != definition.links.end();
}

Result<bool> is_tied(const Workspace& w, const RecordId& id, const TieEnd& end) {
  const auto ends = w.registers.ties_of(id);
  if (!ends) return tl::unexpected(ends.error());
  return std::find(ends->begin(), ends->end(), end) != ends->end();
}

Result<void> write(const Workspace& w, std::string_view kind, const Actor& actor, const Record& record, const TieEnd& end) {
  return write_down(w, {{std::string(kind), record.id.text, actor.name, write_tie(end)}}, {{record.id.text, record.sequence}});
}

bool sees(const Workspace& w, const Actor& actor, const TiedRecord& tied) {
  const auto kept = w.registers.find(tied.register_name);
  if (!kept) return false;
  return reach_for((*kept)->definition, actor, Doing::see).covers(tied.organisation);
}

}  // namespace

Result<void> tie_record(const Workspace& w, const Actor& actor, const RecordId& id, const TieEnd& end) {
  const auto found = reached(w, actor, id, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  if (!may_be_tied(found->kept->definition, end.to)) return refuse(Fault::invalid_input, "records of this register are not tied to this");
  if (end.to == TieTo::record && end.target == id.text) return refuse(Fault::invalid_input, "a record is not tied to itself");
  if (!shown_end(w, actor, end).is_seen) return refuse(Fault::not_found, "what it is to be tied to is not there");
  const auto tied = is_tied(w, id, end);
  if (!tied) return tl::unexpected(tied.error());
  return *tied ? Result<void>{} : write(w, "record.tied", actor, found->record, end);
}

Result<void> untie_record(const Workspace& w, const Actor& actor, const RecordId& id, const TieEnd& end) {
  const auto found = reached(w, actor, id, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  const auto tied = is_tied(w, id, end);
  if (!tied) return tl::unexpected(tied.error());
  return *tied ? write(w, "record.untied", actor, found->record, end) : Result<void>{};
}

Result<std::vector<TieShown>> ties_of_record(const Workspace& w, const Actor& actor, const RecordId& id) {
  const auto found = reached(w, actor, id, Doing::see);
  if (!found) return tl::unexpected(found.error());
  const auto ends = w.registers.ties_of(id);
  if (!ends) return tl::unexpected(ends.error());
  std::vector<TieShown> shown;
  for (const auto& end : *ends) shown.push_back(shown_end(w, actor, end));
  const auto others = w.registers.tied_to({TieTo::record, found->record.register_name, id.text});
  if (!others) return tl::unexpected(others.error());
  for (const auto& other : *others) {
    if (!sees(w, actor, other)) continue;
    shown.push_back(shown_end(w, actor, {TieTo::record, other.register_name, other.id.text}));
    shown.back().made_there = true;
  }
  return shown;
}

Result<std::vector<TieShown>> find_ties(const Workspace& w, const Actor& actor, const RecordId& id, std::string_view words) {
  const auto found = reached(w, actor, id, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  std::vector<TieShown> offered;
  if (trim(words).empty()) return offered;
  const auto& definition = found->kept->definition;
  if (may_be_tied(definition, TieTo::item)) offer_items(w, actor, words, offered);
  if (may_be_tied(definition, TieTo::evidence)) offer_evidence(w, actor, words, offered);
  if (may_be_tied(definition, TieTo::record)) offer_records(w, actor, words, offered);
  const auto ends = w.registers.ties_of(id);
  if (!ends) return tl::unexpected(ends.error());
  std::erase_if(offered, [&](const TieShown& one) {
    return one.end.target == id.text || std::find(ends->begin(), ends->end(), one.end) != ends->end();
  });
  if (offered.size() > kTiesOffered) offered.resize(kTiesOffered);
  return offered;
}

Result<std::vector<TiedHere>> records_tied_to(const Workspace& w, const Actor* actor, std::string_view plan, const ItemId& item) {
  std::vector<TiedHere> here;
  if (actor == nullptr) return here;
  std::vector<TieEnd> ends{{TieTo::item, std::string(plan), item.text}};
  for (auto& end : evidence_under(w, *actor, plan, item)) ends.push_back(std::move(end));
  std::map<std::string, std::vector<RecordId>> by_register;
  for (const auto& end : ends) {
    const auto tied = w.registers.tied_to(end);
    if (!tied) return tl::unexpected(tied.error());
    for (const auto& one : *tied) {
      auto& ids = by_register[one.register_name];
      if (sees(w, *actor, one) && std::find(ids.begin(), ids.end(), one.id) == ids.end()) ids.push_back(one.id);
    }
  }
  for (auto& [name, ids] : by_register) {
    const auto kept = w.registers.find(name);
    if (kept && !ids.empty()) here.push_back({name, (*kept)->definition.title, std::move(ids)});
  }
  std::sort(here.begin(), here.end(), [](const TiedHere& a, const TiedHere& b) { return a.title.en < b.title.en; });
  return here;
}

}  // namespace makegood::tasks
