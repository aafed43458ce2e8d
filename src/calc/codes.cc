// calc code: recorded values into the codes of a frame.
#include <map>

#include "calc/answers.h"
#include "codeframe/codeframe.h"

namespace makegood::calc {
namespace {

std::string_view frame_of(const Options& options) {
  return options.has("--frame") ? options.text("--frame") : "ethnicity-2021";
}

// A register has a few dozen spellings and a million rows. What has been read is remembered; a file of nothing but
// different values does not fill the memory.
class Read : public Memory {
 public:
  const Result<CodedEthnicity>& coded(std::string_view scheme, std::string_view raw, std::string_view frame) {
    std::string key;
    key.append(frame).append(1, '\n').append(scheme).append(1, '\n').append(raw);
    if (const auto found = seen_.find(key); found != seen_.end()) return found->second;
    if (seen_.size() >= kMost) seen_.clear();
    return seen_.emplace(std::move(key), code_recorded(scheme, raw, frame)).first->second;
  }

 private:
  static constexpr std::size_t kMost = 4096;
  std::map<std::string, Result<CodedEthnicity>, std::less<>> seen_;
};

}  // namespace

void code_answer(const Set& set, Cells& out) {
  const auto& coded = static_cast<Read&>(*set.memory()).coded(trim(set.text(0, 0)), set.text(0, 1), frame_of(set.options()));
  if (!coded) return out.skip(4).text(coded.error().message).end(Status::out_of_range);
  out.text(coded->code).text(coded->group).text(coded->unknown_kind).text(coded->unknown_detail).text(coded->reason);
  out.end(coded->recognised ? Status::ok : Status::undefined);
}

std::unique_ptr<Memory> code_memory() { return std::make_unique<Read>(); }

Result<Fit> code_fit(const Options& options) {
  if (auto known = check_frame(frame_of(options)); !known) return tl::unexpected(known.error());
  return Fit{};
}

}  // namespace makegood::calc
