#include "progress/answer.h"

#include <algorithm>
#include <tuple>

namespace makegood {
namespace {

bool is_longer(std::string_view text, std::size_t limit) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && letters <= limit; ++letters) static_cast<void>(next_code_point(text, at));
  return letters > limit;
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

bool needs_reason(Claim claim) { return claim == Claim::dropped || claim == Claim::paused; }

// Not its id, nor whether somebody opened it to the public: those are not its author's words.
bool shows_the_same(const Evidence& a, const Evidence& b) {
  const auto shown = [](const Evidence& e) { return std::tie(e.kind, e.text, e.url, e.digest, e.name, e.source, e.consent); };
  return shown(a) == shown(b);
}

}  // namespace

bool is_web_address(std::string_view url) {
  const auto host = url.starts_with("https://") ? url.substr(8) : url.starts_with("http://") ? url.substr(7) : std::string_view{};
  if (host.empty() || host.front() == '/') return false;
  for (const char c : url)
    if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '\x7f') return false;
  return true;
}

bool says_the_same(const Update& a, const Update& b) {
  const auto said = [](const Update& u) {
    return std::tie(u.no_change, u.nil_return, u.claim, u.claim_reason, u.narrative, u.forecast, u.forecast_reason);
  };
  return said(a) == said(b) && std::equal(a.evidence.begin(), a.evidence.end(), b.evidence.begin(), b.evidence.end(), shows_the_same);
}

std::vector<AnswerFault> faults_of(const Update& words, const std::optional<Day>& due) {
  std::vector<AnswerFault> faults;
  const int answers = (words.no_change ? 1 : 0) + (words.nil_return ? 1 : 0) + (words.claim != Claim::not_yet_reported ? 1 : 0);
  if (answers == 0) faults.push_back({"claim", "choose"});
  if (answers > 1) faults.push_back({"claim", "one_answer"});
  if (needs_reason(words.claim) && is_blank(words.claim_reason)) faults.push_back({"reason", "reason"});
  if (is_longer(words.claim_reason, kLongestReason)) faults.push_back({"reason", "long_reason"});
  if (is_longer(words.narrative, kLongestNarrative)) faults.push_back({"narrative", "long"});
  if (words.forecast && words.forecast != due && is_blank(words.forecast_reason)) faults.push_back({"because", "because"});
  if (is_longer(words.forecast_reason, kLongestReason)) faults.push_back({"because", "long_reason"});
  if (words.evidence.size() > kMostEvidence) faults.push_back({"evidence", "many"});
  return faults;
}

std::vector<AnswerFault> faults_of(const Evidence& evidence) {
  std::vector<AnswerFault> faults;
  const auto text_field = evidence.kind == EvidenceKind::figure ? "figure" : evidence.kind == EvidenceKind::quotation ? "quotation" : "shows";
  if (evidence.kind == EvidenceKind::link) {
    if (!is_web_address(evidence.url)) faults.push_back({"link", "link"});
    else if (evidence.url.size() > kLongestUrl) faults.push_back({"link", "long_reason"});
  }
  if (evidence.kind == EvidenceKind::figure && is_blank(evidence.source)) faults.push_back({"source", "source"});
  const bool needs_text = evidence.kind == EvidenceKind::figure || evidence.kind == EvidenceKind::quotation;
  if (needs_text && is_blank(evidence.text)) faults.push_back({text_field, "empty"});
  if (is_longer(evidence.text, kLongestReason)) faults.push_back({text_field, "long_reason"});
  if (is_longer(evidence.source, kLongestReason)) faults.push_back({"source", "long_reason"});
  return faults;
}

}  // namespace makegood
