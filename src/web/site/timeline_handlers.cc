// The story of a plan by its days, for whoever may see the plan.

#include "pages/timeline.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

/// What a timeline is made of, kept together while it is read.
struct Story {
  tasks::ShownPlan shown;
  Plan whole;
  std::shared_ptr<const Progress> progress;
  std::vector<Edition> editions;
  Timeline timeline;
};

Result<std::unique_ptr<Story>> story_for(const App& app, const Visit& who, std::string_view slug) {
  const auto& w = app.workspace;
  auto shown = tasks::find_shown(w, slug, who.sight());
  if (!shown) return tl::unexpected(shown.error());
  const auto rules = tasks::seen_rules(w, *shown, who.sight());
  if (!rules) return tl::unexpected(rules.error());
  auto progress = tasks::seen_progress(w, slug, view_of(who, slug));
  if (!progress) return tl::unexpected(progress.error());
  auto versions = w.plans.versions(slug, view_of(who, slug));
  if (!versions) return tl::unexpected(versions.error());
  auto editions = tasks::editions_of(w, slug, View::live);
  if (!editions) return tl::unexpected(editions.error());
  auto story = std::make_unique<Story>(Story{std::move(*shown), {}, std::move(*progress), std::move(*editions), {}});
  story->whole = include_items(story->shown.kept->plan, story->shown.included);
  TimelineSource source{.plan = story->whole, .progress = *story->progress, .rules = *rules, .versions = std::move(*versions), .editions = story->editions};
  for (const auto& [item, inclusion] : homes_of(story->shown.included)) source.homes.emplace(item, inclusion->home);
  story->timeline = make_timeline(source);
  return story;
}

Response timeline(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto story = story_for(app, who, match["slug"]);
  if (!story) return refusal_page(who, story.error());
  const auto& plan = (*story)->shown.kept->plan;
  if (match.suffix == "json") return json(timeline_json(plan, (*story)->timeline));
  const pages::TimelinePage values{plan.slug, plan.title, "en", std::move((*story)->timeline), number_in(request.query().value("page"), 1)};
  return page(pages::timeline_page(values, who.site));
}

constexpr auto kTimelineRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/timeline", timeline, kPublic, {.data = "json"}, "timeline"},
});

}  // namespace

std::span<const Route<App>> timeline_routes() { return kTimelineRoutes; }

}  // namespace makegood::web
