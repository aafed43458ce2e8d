#include "extract/posts.h"

#include <algorithm>

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

enum class Mark { none, comma, joined };  // joined: "and", "&"

struct Chunk {
  std::string text;
  Mark mark = Mark::none;  ///< what stands before it
  std::string sign;        ///< as written: ", ", " and ", " & "
};

std::string_view without_bracket(std::string_view text) {
  while (text.ends_with(')')) {
    const auto bracket = text.rfind('(');
    if (bracket == std::string_view::npos || bracket == 0) break;
    text = trim(text.substr(0, bracket));
  }
  return text;
}

std::string_view last_word(std::string_view text) {
  const auto words = words_of(without_bracket(text));
  return words.empty() ? std::string_view() : words.back();
}

bool ends_post(std::string_view text) { return is_post_noun(last_word(text)) || lower(without_bracket(text)).ends_with("business partner"); }

// "Head of ...", "Director for ...", "Consultant in ...": what follows is a unit that may go on.
bool is_of_post(std::string_view text) {
  const auto words = words_of(text);
  for (std::size_t n = 1; n < words.size() && n < 5; ++n) {
    const auto word = words[n];
    if ((word == "of" || word == "for" || word == "in") && (is_post_noun(words[n - 1]) || is_rank_word(words[n - 1]))) return true;
  }
  return false;
}

bool starts_post(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty() || !is_rank_word(words[0])) return false;
  // "Corporate Development Manager" begins with a word that only sometimes begins a post.
  const auto first = lower(bare(words[0]));
  if (first != "corporate" && first != "cabinet" && first != "executive" && first != "lead") return true;
  return words.size() > 1 && (is_post_noun(words[1]) || words[1] == "for" || words[1] == "of");
}

bool has_post(std::string_view text) { return ends_post(text) || starts_post(text) || is_of_post(text); }

// "Assistant Director", "Service Manager": may be followed by ", Housing".
bool is_bare_post(std::string_view text) {
  const auto words = words_of(text);
  return words.size() <= 2 && ends_post(text) && (starts_post(text) || words.size() == 1 || lower(words[0]) == "service");
}

bool has_dash(std::string_view text) { return text.find(" – ") != std::string_view::npos || text.find(" - ") != std::string_view::npos; }

void push(std::vector<Chunk>& chunks, std::string& open, Mark mark, std::string sign) {
  chunks.back().text = squeeze(open);
  open.clear();
  chunks.push_back({"", mark, std::move(sign)});
}

std::vector<Chunk> chunks_of(std::string_view text) {
  std::vector<Chunk> chunks(1);
  std::string open;
  int depth = 0;
  for (const auto word : words_of(text)) {
    const bool inside = depth > 0;
    for (const char c : word) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (!inside && (word == "and" || word == "&" || word == "And") && !open.empty()) {
      push(chunks, open, Mark::joined, " " + std::string(word) + " ");
      continue;
    }
    if (!inside && (word == "and" || word == "&") && chunks.back().mark == Mark::comma) continue;  // "a, b, and c"
    open += open.empty() ? "" : " ";
    open += word;
    if (depth <= 0 && word.back() == ',') {
      open.pop_back();
      push(chunks, open, Mark::comma, ", ");
    }
  }
  chunks.back().text = squeeze(open);
  std::erase_if(chunks, [](const Chunk& chunk) { return chunk.text.empty(); });
  return chunks;
}

class Parter {
 public:
  Parter(std::vector<Chunk> chunks, const Names& names) : chunks_(std::move(chunks)), names_(names) {}

  Parted run() {
    for (std::size_t n = 0; n < chunks_.size(); ++n) {
      if (n > 0 && !breaks(n)) {
        entry_ += chunks_[n].sign + chunks_[n].text;
        last_ = chunks_[n].text;
        continue;
      }
      close();
      entry_ = last_ = chunks_[n].text;
    }
    close();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_named(std::string_view text) const {
    return is_acronym(text) || names_.alone(text) || is_body_noun(last_word(text));
  }

  // Whether chunk n is only the first half of "B and C Manager".
  [[nodiscard]] bool modifies_next(std::size_t n) const {
    for (auto next = n + 1; next < chunks_.size(); ++next) {
      if (starts_post(chunks_[next].text) || names_.is_person(chunks_[next].text)) return false;
      if (ends_post(chunks_[next].text)) return chunks_[next].mark == Mark::joined;
    }
    return false;
  }

  [[nodiscard]] bool breaks(std::size_t n) const {
    const auto& next = chunks_[n];
    if (starts_lower(next.text)) return false;
    if (names_.is_person(next.text)) return true;
    const bool after_person = names_.is_person(first_chunk());
    if (after_person && next.mark == Mark::comma) return false;
    if (has_post(next.text)) return breaks_before_post(next);
    return has_post(entry_) ? breaks_after_post(n) : breaks_between_units(next, after_person);
  }

  [[nodiscard]] std::string first_chunk() const { return entry_.substr(0, entry_.find(", ")); }

  [[nodiscard]] bool breaks_before_post(const Chunk& next) const {
    if (starts_post(next.text) || has_post(entry_)) return true;
    if (names_.alone(entry_ + next.sign + next.text)) return false;
    if (is_body_noun(last_word(entry_)) && !is_unit_word(last_word(entry_))) return words_of(entry_).size() > 1 || next.mark == Mark::comma;
    if (next.mark == Mark::comma) return is_named(entry_);
    return is_acronym(entry_) && names_.alone(entry_);
  }

  [[nodiscard]] bool breaks_after_post(std::size_t n) const {
    const auto& next = chunks_[n];
    if (names_.alone(entry_ + next.sign + next.text)) return false;
    if (modifies_next(n)) return true;
    if (is_of_post(entry_) || has_dash(entry_)) return is_acronym(next.text) && next.mark == Mark::comma;
    if (next.mark == Mark::comma) return !(is_bare_post(last_) && !is_acronym(next.text) && !names_.alone(next.text)) && !open_unit();
    return !open_unit();
  }

  // "Assistant Director, Family Support" may go on with "and Safeguarding".
  [[nodiscard]] bool open_unit() const { return entry_ != last_ && !has_post(last_); }

  [[nodiscard]] bool breaks_between_units(const Chunk& next, bool after_person) const {
    if (after_person) return entry_ == first_chunk();
    const bool left = is_named(last_), right = is_named(next.text);
    if (names_.alone(last_) && names_.alone(next.text)) return true;
    if (next.mark == Mark::comma) return left || right;
    if (is_acronym(last_) || is_acronym(next.text)) return true;
    return left && right && is_body_noun(last_word(last_));
  }

  void close() {
    if (entry_.empty()) return;
    for (auto& name : posts_apart(entry_)) {
      if (has_post(name) || names_.is_person(name) || name.find_first_of("(),") != std::string::npos || name.find(" and ") != std::string::npos) {
        out_.names.push_back(std::move(name));
        continue;
      }
      auto apart = names_.come_apart(name);
      if (apart.size() > 1) out_.unsure = true;
      for (auto& part : apart) out_.names.push_back(std::move(part));
    }
    entry_.clear();
  }

  // Posts without anything between: "Principal Planner Head of Housing".
  std::vector<std::string> posts_apart(const std::string& text) {
    std::vector<std::string> out(1);
    const auto words = words_of(text);
    std::size_t size = 0;
    for (std::size_t n = 0; n < words.size(); ++n) {
      const bool of_next = n + 1 < words.size() && (words[n + 1] == "of" || words[n + 1] == "for");
      const bool rank = is_rank_word(words[n]) && starts_upper(words[n]);
      const bool ended = size >= 2 && ((is_post_noun(words[n - 1]) && !is_rank_word(words[n - 1])) || words[n - 1].ends_with(')')) && starts_upper(words[n - 1].substr(words[n - 1].starts_with('(') ? 1 : 0));
      if (ended && rank && (of_next || !is_post_noun(words[n]) || lower(words[n]) == "principal" || lower(words[n]) == "assistant")) {
        out.emplace_back();
        out_.unsure = true;
        size = 0;
      }
      out.back() += (size == 0 ? "" : " ") + std::string(words[n]);
      ++size;
    }
    out = heads_apart(std::move(out));
    return out;
  }

  // "Head of Housing Solutions Partnership Manager": a head of something never ends in "Manager".
  std::vector<std::string> heads_apart(std::vector<std::string> posts) {
    std::vector<std::string> out;
    for (auto& post : posts) {
      const auto words = words_of(without_bracket(post));
      const bool head = words.size() >= 6 && is_rank_word(words[0]) && words[1] == "of" && is_post_noun(words.back()) &&
                        post.find(" and ") == std::string::npos && post.find(" & ") == std::string::npos && post.find(',') == std::string::npos;
      if (!head) {
        out.push_back(std::move(post));
        continue;
      }
      const auto cut = static_cast<std::size_t>(words[words.size() - 2].data() - post.data());
      out.push_back(squeeze(post.substr(0, cut)));
      out.push_back(post.substr(cut));
      out_.unsure = true;
    }
    return out;
  }

  std::vector<Chunk> chunks_;
  const Names& names_;
  std::string entry_, last_;
  Parted out_;
};

}  // namespace

Parted part_names(std::string_view text, const Names& names) {
  auto chunks = chunks_of(text);
  if (chunks.empty()) return {};
  return Parter(std::move(chunks), names).run();
}

}  // namespace makegood::extraction
