#include "store/topic.h"

#include <array>

namespace makegood::store {

std::span<const Topic> topics() {
  static const std::array kTopics = {
      kPlanTopic,
      kImportTopic,
      kPublicationTopic,
  };
  return kTopics;
}

}  // namespace makegood::store
