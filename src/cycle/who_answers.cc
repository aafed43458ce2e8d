#include "cycle/asking.h"

namespace makegood {

WhoAnswers who_answers(const Directory& directory, std::string plan, Day today) {
  return [&directory, plan = std::move(plan), today](std::string_view written) {
    std::vector<Answerer> answerers;
    for (const auto& post : posts_of(directory, plan, written, today)) answerers.push_back(answerer(directory, post, today));
    return answerers;
  };
}

}  // namespace makegood
