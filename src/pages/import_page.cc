#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/desk_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

Html waiting_line(const Site& site, const ProposalLine& line) {
  return li(a(cls("govuk-link"), href(site.local(proposal_url(line.id))), lang("en"), line.title.empty() ? line.document : line.title),
            p(cls("mg-item-note"), quoted("en", line.document),
              when(line.received.has_value(), [&] { return join(", ", day(site, *line.received)); }),
              when(line.questions > 0, [&] { return join(", ", site.words("import.questions", {{"n", line.questions}})); })));
}

Html newer_of(const Site& site, const ImportPage& page) {
  if (page.plans.empty()) return {};
  std::vector<govuk::SelectItem> items = {{.text = site.words("import.new_plan"), .value = ""}};
  for (const auto& plan : page.plans) items.push_back({.text = plan.label, .value = plan.value, .attributes = lang("en")});
  return govuk::select({.name = "slug",
                        .label = {.text = site.words("import.newer_of"), .classes = "govuk-label--s"},
                        .hint = govuk::HintParams{.text = site.words("import.newer_of_hint")},
                        .items = std::move(items),
                        .value = page.newer_of,
                        .classes = "mg-wide-select"});
}

Html upload(const Site& site, const ImportPage& page) {
  return form(attr("method", "post"), action(site.local("/desk/import")), attr("enctype", "multipart/form-data"), csrf_field(site),
              govuk::file_upload({.name = "file",
                                  .label = {.text = site.words("import.file"), .classes = "govuk-label--m"},
                                  .hint = govuk::HintParams{.text = site.words("import.file_hint")},
                                  .error_message = refusal_of(site, page.refusal),
                                  .attributes = attr("accept", ".docx,.xlsx,.ods,.pdf,.md,.html,.htm,.txt,.csv,.tsv")}),
              govuk::input({.name = "as_of",
                            .label = {.text = site.words("import.as_of"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("import.as_of_hint")},
                            .value = page.as_of,
                            .inputmode = "numeric",
                            .classes = "govuk-input--width-4"}),
              newer_of(site, page), govuk::button({.text = site.words("import.read"), .prevent_double_click = true}));
}

Html what_happens(const Site& site) {
  return ol(cls("govuk-list govuk-list--number"), li(site.words("import.step.read")), li(site.words("import.step.look")),
            li(site.words("import.step.accept")), li(site.words("import.step.release")));
}

}  // namespace

Html import_page(const ImportPage& page, const Site& site) {
  const auto main = join(
      refusal_summary(site, page.refusal, "file"),
      h1(cls("govuk-heading-l"), site.words("import.heading")), lead_text(site.words("import.answer")), upload(site, page),
      heading_m(site.words("import.next")), what_happens(site), when(!page.waiting.empty(), [&] {
        return join(heading_m(site.words("desk.proposals"), "waiting"),
                    ul(cls("govuk-list govuk-list--spaced"), each(page.waiting, [&](const ProposalLine& line) { return waiting_line(site, line); })));
      }));
  return frame(site, {.title = site.words("import.heading"), .trail = {{"/desk", site.words("nav.desk"), ""}}, .has_errors = !page.refusal.empty()}, main);
}

}  // namespace makegood::pages
