#include "store/topic.h"

#include <array>

namespace makegood::store {

std::span<const Topic> topics() {
  static const std::array kTopics = {
      kProgressTopic,  // before plans: it looks at an item as it was before its date was moved
      kPlanTopic,
      kImportTopic,
      kPublicationTopic,
      kCycleTopic,
      kIndicatorTopic,
      kPeopleTopic,
      kRegisterTopic,
      kTieTopic,
      kCareTopic,  // after registers: it takes out of a record what its entry has just put there
      kPublishedTopic,  // after both: it shows what is left
  };
  return kTopics;
}

}  // namespace makegood::store
