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
  };
  return kTopics;
}

}  // namespace makegood::store
