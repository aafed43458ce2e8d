#include "pages/search_model.h"

#include <algorithm>

namespace makegood::pages {

namespace {

std::vector<std::string> words_of(std::string_view text) {
  auto words = split(fold(text), ' ');
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

bool has_all(const std::string& folded, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

std::string searchable(const Item& item) {
  std::string text = item.title + " " + item.ref + " " + item.detail + " " + item.progress;
  for (const auto* names : {&item.owners, &item.partners, &item.lead_authority}) text += " " + makegood::join(*names, " ");
  return fold(text);
}

void search_plan(SearchPage& page, std::vector<SearchHit>& in_title, std::vector<SearchHit>& elsewhere,
                 const KnownPlan& known, const std::vector<std::string>& words) {
  const Plan& plan = *known.plan;
  const auto rules = rules_of(known, page.today);
  for (const auto& item : plan.items) {
    if (item.absent) continue;
    const bool titled = has_all(fold(item.title), words) || (!item.ref.empty() && fold(item.ref) == makegood::join(words, " "));
    if (!titled && !has_all(searchable(item), words)) continue;
    ++page.total;
    auto& hits = titled ? in_title : elsewhere;
    if (static_cast<int>(hits.size()) < kSearchHits)
      hits.push_back({plan.slug, plan.title, known.provenance.language,
                      row_for(plan, item, rules)});
  }
}

}  // namespace

std::vector<PlanLine> plans_named(const std::vector<KnownPlan>& plans, std::string_view text, Day today) {
  std::vector<PlanLine> lines;
  const auto words = words_of(text);
  for (const auto& known : plans)
    if (!words.empty() && has_all(fold(known.plan->title + " " + known.plan->organisation), words))
      lines.push_back(make_plan_line(known, today));
  return lines;
}

SearchPage make_search_page(const std::vector<KnownPlan>& plans, std::string_view text, Day today) {
  SearchPage page;
  page.text = squeeze(text);
  page.today = today;
  const auto words = words_of(text);
  if (words.empty()) return page;
  page.plans = plans_named(plans, text, today);
  std::vector<SearchHit> elsewhere;
  for (const auto& known : plans) search_plan(page, page.hits, elsewhere, known, words);
  page.hits.insert(page.hits.end(), elsewhere.begin(), elsewhere.end());
  if (static_cast<int>(page.hits.size()) > kSearchHits) page.hits.resize(kSearchHits);
  return page;
}

}  // namespace makegood::pages
