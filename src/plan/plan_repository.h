#pragma once
// The door to where plans are kept. It only reads: plans change through the ledger.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "plan/include.h"
#include "plan/item.h"

namespace makegood {

/// `live` is what the people who keep the plan see; `released` is what the public sees: the plan
/// as it stood when a publisher last released it, with the corrections that one released since.
enum class View { released, live };

/// Which view of each plan somebody sees. A view alone is the view of every plan.
struct Sight {
  View otherwise = View::released;
  std::vector<std::string> live = {};  ///< slugs of plans that are seen as they are kept, although others are not

  Sight() = default;
  Sight(View view) : otherwise(view) {}  // not explicit: mostly there is one view
  [[nodiscard]] View of(std::string_view slug) const {
    return std::find(live.begin(), live.end(), slug) == live.end() ? otherwise : View::live;
  }
};

struct PlanSummary {
  std::string slug, title, organisation;
  int items = 0;                     ///< in this view
  std::string adopted_at;            ///< UTC, of the newest version
  bool released = false;
  std::string released_at;           ///< UTC; empty when it is private
  bool pending = false;              ///< changed since it was released
  std::int64_t sequence = 0;         ///< of the last ledger entry that changed this view
  bool operator==(const PlanSummary&) const = default;
};

/// A plan as it is kept, shared between all who read it.
struct KeptPlan {
  Plan plan;
  PlanSummary summary;
};

/// The plan as one document laid it down, with what was put right until the next one.
struct PlanVersion {
  std::string called;                    ///< "2024", "2024-05-01": its name in addresses, for good
  std::string title;
  std::string adopted_at, released_at;   ///< UTC; released_at is empty when it was never public
  std::int64_t sequence = 0;             ///< of the ledger entry that adopted it
};

/// A piece of text in which the words that were searched for are marked.
struct TextPart {
  std::string text;
  bool hit = false;
};

struct SearchHit {
  std::string slug, plan_title;
  ItemId item;
  std::string ref, title;
  std::vector<TextPart> excerpt;
};

struct SearchResults {
  std::vector<SearchHit> hits;  ///< best first
  int total = 0;
};

class PlanRepository {
 public:
  PlanRepository() = default;
  PlanRepository(const PlanRepository&) = delete;
  PlanRepository& operator=(const PlanRepository&) = delete;
  virtual ~PlanRepository() = default;

  /// By title.
  [[nodiscard]] virtual Result<std::vector<PlanSummary>> list(View view) = 0;
  /// Refuses: no such plan in this view -> not_found.
  [[nodiscard]] virtual Result<std::shared_ptr<const KeptPlan>> find(std::string_view slug, View view) = 0;
  /// Oldest first, the newest being the plan as find() gives it. The public sees those that were released,
  /// each as it last stood before a newer one was; a withdrawal takes all of them back.
  /// Refuses: no such plan in this view -> not_found.
  [[nodiscard]] virtual Result<std::vector<PlanVersion>> versions(std::string_view slug, View view) = 0;
  /// Refuses: no such version in this view -> not_found.
  [[nodiscard]] virtual Result<Plan> find_version(std::string_view slug, std::string_view called, View view) = 0;
  /// What the plan includes of others and others of it, in the order in which they were taken in. Both plans,
  /// and in the home plan the item, are there in this view. Edge: no such plan has none.
  [[nodiscard]] virtual Result<std::vector<Inclusion>> inclusions(std::string_view slug, View view) = 0;
  /// Every word must occur in an item, as it is or as a beginning; marks on letters do not matter. Each plan is
  /// searched in the view in which it is seen.
  /// `slug` empty = all plans. Edge: text without a word finds nothing.
  [[nodiscard]] virtual Result<SearchResults> search(std::string_view text, std::string_view slug, const Sight& sight,
                                                     int limit, int offset) = 0;
};

}  // namespace makegood
