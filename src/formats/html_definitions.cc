// Definition lists. A council's page says facts in them: <dt>Owner</dt> <dd>Head of Housing</dd>
// is read as "Owner: Head of Housing", as it would be written in running text.
#include <algorithm>
#include <utility>

#include "formats/html_walk.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kLongestLabel = 60;

// "Owner", not "Review how homes are let." nor a text with a link in it.
bool is_label(const std::vector<Block>& blocks) {
  if (blocks.size() != 1 || blocks[0].kind != BlockKind::paragraph || !blocks[0].links.empty()) return false;
  const auto& text = blocks[0].text;
  return text.size() <= kLongestLabel && std::string_view(".?!;").find(text.back()) == std::string_view::npos &&
         text.find('\n') == std::string::npos;
}

// "Lead: Head of Housing" names its own fact.
bool has_own_label(const Block& block) {
  const auto colon = block.text.find(": ");
  return colon != std::string::npos && colon <= kLongestLabel / 2;
}

void put_before(const Block& term, Block& block) {
  block.text = term.text + " " + block.text;
  block.bold = block.bold && term.bold;
  block.italic = block.italic && term.italic;
  block.underlined = block.underlined && term.underlined;
  block.position = term.position;
}

void go_on_with(Block& block, Block&& next) {
  block.text += "\n" + next.text;
  block.bold = block.bold && next.bold;
  block.italic = block.italic && next.italic;
  block.underlined = block.underlined && next.underlined;
  std::move(next.links.begin(), next.links.end(), std::back_inserter(block.links));
}

}  // namespace

std::vector<Block> HtmlWalk::blocks_of(const GumboNode* node) {
  std::vector<Block> inner;
  auto* const outer = std::exchange(out_, &inner);
  children(node);
  flush();
  out_ = outer;
  return inner;
}

void HtmlWalk::definitions(const GumboNode* node) {
  flush();
  Definition own;
  auto* const outer = std::exchange(definition_, &own);
  context_.loose_list = false;
  children(node);
  flush();
  end_definition();
  definition_ = outer;
}

void HtmlWalk::term(const GumboNode* node) {
  if (definition_ == nullptr) return block_element(node);
  flush();
  end_definition();
  auto blocks = blocks_of(node);
  if (!is_label(blocks)) {
    std::move(blocks.begin(), blocks.end(), std::back_inserter(*out_));
    return;
  }
  definition_->term = std::move(blocks[0]);
}

void HtmlWalk::meaning(const GumboNode* node) {
  if (definition_ == nullptr) return block_element(node);
  flush();
  auto blocks = blocks_of(node);
  std::move(blocks.begin(), blocks.end(), std::back_inserter(definition_->meaning));
}

// Several meanings in words are lines of one paragraph; lists and tables follow their term.
void HtmlWalk::end_definition() {
  auto [term, meaning] = std::exchange(*definition_, {});
  const auto is_words = [](const Block& block) { return block.kind == BlockKind::paragraph && !has_own_label(block); };
  if (!term.text.empty() && !meaning.empty() && term.text.back() != ':') term.text += ':';
  if (!term.text.empty() && !meaning.empty() && is_words(meaning[0])) {
    put_before(term, meaning[0]);
    const bool all_words = std::all_of(meaning.begin() + 1, meaning.end(), is_words);
    for (std::size_t n = 1; all_words && n < meaning.size(); ++n) go_on_with(meaning[0], std::move(meaning[n]));
    if (all_words) meaning.resize(1);
  } else if (!term.text.empty()) {
    out_->push_back(std::move(term));
  }
  std::move(meaning.begin(), meaning.end(), std::back_inserter(*out_));
}

}  // namespace makegood::formats
