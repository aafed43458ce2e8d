#include "registers/subject.h"

#include <algorithm>

namespace makegood {
namespace {

/// Text between two spaces: where it stands, and its words.
struct Chunk {
  std::size_t from = 0, until = 0;
  bool gone = false;
};

struct ChunkWord {
  std::string word;
  std::size_t chunk = 0;
};

std::vector<Chunk> chunks_of(std::string_view text) {
  std::vector<Chunk> chunks;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const bool space = is_space(next_code_point(text, at));
    if (!space && !inside) chunks.push_back({from, at});
    if (!space) chunks.back().until = at;
    inside = !space;
  }
  return chunks;
}

std::vector<std::string> words_of(std::string_view text) {
  auto words = split(fold(text), ' ');
  std::erase(words, "");
  return words;
}

/// Marks every chunk that a phrase reaches into.
void mark_phrase(const std::vector<ChunkWord>& words, const std::vector<std::string>& phrase, std::vector<Chunk>& chunks) {
  if (phrase.empty() || phrase.size() > words.size()) return;
  for (std::size_t at = 0; at + phrase.size() <= words.size(); ++at) {
    const bool here = std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                 [](const std::string& a, const ChunkWord& b) { return a == b.word; });
    if (!here) continue;
    for (auto chunk = words[at].chunk; chunk <= words[at + phrase.size() - 1].chunk; ++chunk) chunks[chunk].gone = true;
  }
}

}  // namespace

bool names(std::string_view text, std::string_view phrase) {
  const auto wanted = fold(phrase);
  return !wanted.empty() && (" " + fold(text) + " ").find(" " + wanted + " ") != std::string::npos;
}

bool is_free_text(const Definition& definition, const RegisterField& field) {
  return field.type == FieldType::string && field.set_by != SetBy::system && choices_of(definition, field).empty();
}

std::vector<std::string> fields_naming(const Definition& definition, const Answers& answers, std::string_view phrase) {
  std::vector<std::string> fields;
  for (const auto& field : definition.fields) {
    const auto value = answer(answers, field.name);
    if (!value.empty() && (field.holds != Holds::ordinary || is_free_text(definition, field)) && names(value, phrase)) fields.push_back(field.name);
  }
  return fields;
}

std::string without_words(std::string_view text, const std::vector<std::string>& phrases, std::string_view mark) {
  auto chunks = chunks_of(text);
  std::vector<ChunkWord> words;
  for (std::size_t i = 0; i < chunks.size(); ++i)
    for (auto& word : words_of(text.substr(chunks[i].from, chunks[i].until - chunks[i].from))) words.push_back({std::move(word), i});
  for (const auto& phrase : phrases) mark_phrase(words, words_of(phrase), chunks);
  std::string out;
  std::size_t written = 0;
  bool before = false;
  for (const auto& chunk : chunks) {
    if (!chunk.gone || !before) out += text.substr(written, chunk.from - written);
    if (!chunk.gone) out += text.substr(chunk.from, chunk.until - chunk.from);
    else if (!before) out += mark;
    before = chunk.gone;
    written = chunk.until;
  }
  out += text.substr(written);
  return out;
}

}  // namespace makegood
