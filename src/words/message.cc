#include "words/message.h"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <set>

namespace makegood {
namespace {

using Piece = Message::Piece;
using Branch = Message::Branch;
using Kind = Message::Kind;
using icu::MessagePattern;

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// Walks ICU's flat list of parts and makes a tree of pieces of it.
class Compiler {
 public:
  Compiler(const MessagePattern& pattern, const Grammar& grammar) : pattern_(pattern), grammar_(grammar) {}

  // From the MSG_START at `at` to its MSG_LIMIT, which `at` is left behind.
  std::vector<Piece> message(int& at) {
    std::vector<Piece> pieces;
    const int limit = pattern_.getLimitPartIndex(at);
    int from = pattern_.getPart(at).getLimit();
    for (++at; at <= limit; ++at) {
      const auto& part = pattern_.getPart(at);
      literal(pieces, from, part.getIndex());
      if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
        pieces.push_back(argument(at));  // leaves `at` on its ARG_LIMIT
      } else if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
        pieces.push_back({Kind::count, {}, 0, {}});
      }
      from = pattern_.getPart(at).getLimit();
    }
    return pieces;
  }

  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  void literal(std::vector<Piece>& pieces, int from, int to) const {
    if (to <= from) return;
    auto text = utf8_of(pattern_.getPatternString().tempSubStringBetween(from, to));
    if (grammar_.say) text = grammar_.say(text);
    if (!pieces.empty() && pieces.back().kind == Kind::literal) pieces.back().text += text;
    else pieces.push_back({Kind::literal, std::move(text), 0, {}});
  }

  Piece argument(int& at) {
    const auto type = pattern_.getPart(at).getArgType();
    const int limit = pattern_.getLimitPartIndex(at);
    Piece piece{Kind::argument, utf8_of(pattern_.getSubstring(pattern_.getPart(at + 1))), 0, {}};
    if (type == UMSGPAT_ARG_TYPE_SIMPLE) {
      if (utf8_of(pattern_.getSubstring(pattern_.getPart(at + 2))) != "number" || limit != at + 3)
        fault_ = "only {name}, number, plural and select are understood";
    } else if (type == UMSGPAT_ARG_TYPE_PLURAL || type == UMSGPAT_ARG_TYPE_SELECT) {
      piece.kind = type == UMSGPAT_ARG_TYPE_PLURAL ? Kind::plural : Kind::select;
      if (type == UMSGPAT_ARG_TYPE_PLURAL) piece.offset = pattern_.getPluralOffset(at + 2);
      branches(piece, at + 2, limit);
    } else if (type != UMSGPAT_ARG_TYPE_NONE) {
      fault_ = "only {name}, number, plural and select are understood";
    }
    at = limit;
    return piece;
  }

  void branches(Piece& piece, int at, int limit) {
    for (; at < limit; ++at) {
      const auto& part = pattern_.getPart(at);
      if (part.getType() != UMSGPAT_PART_TYPE_ARG_SELECTOR) continue;
      Branch branch;
      branch.keyword = utf8_of(pattern_.getSubstring(part));
      if (MessagePattern::Part::hasNumericValue(pattern_.getPartType(at + 1)) && branch.keyword.starts_with('=')) {
        branch.keyword.clear();
        branch.exactly = pattern_.getNumericValue(pattern_.getPart(++at));
      }
      branch.pieces = message(++at);
      --at;
      piece.branches.push_back(std::move(branch));
    }
  }

  const MessagePattern& pattern_;
  const Grammar& grammar_;
  std::string fault_;
};

struct Speaker {
  Arguments arguments;
  const Grammar& grammar;
  std::string out;

  [[nodiscard]] const Value* find(std::string_view name) const {
    for (const auto& argument : arguments)
      if (argument.name == name) return &argument.value;
    return nullptr;
  }

  [[nodiscard]] std::string shown(const Value& value, double offset) const {
    if (const auto* whole = std::get_if<std::int64_t>(&value.get()))
      return grammar.whole(*whole - static_cast<std::int64_t>(offset));
    if (const auto* number = std::get_if<double>(&value.get())) return grammar.fraction(*number - offset);
    if (const auto* day = std::get_if<Day>(&value.get())) return grammar.date(*day);
    return std::get<std::string>(value.get());
  }

  static double number(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.get())) return static_cast<double>(*whole);
    if (const auto* fraction = std::get_if<double>(&value.get())) return *fraction;
    return 0;
  }

  // The exact form when there is one, else the language's form, else "other".
  [[nodiscard]] const Branch* chosen(const Piece& piece, const Value& value) const {
    std::string keyword;
    if (piece.kind == Kind::plural) {
      const double n = number(value);
      for (const auto& branch : piece.branches)
        if (branch.keyword.empty() && branch.exactly == n) return &branch;
      keyword = grammar.plural(n - piece.offset);
    } else {
      keyword = shown(value, 0);
    }
    const Branch* other = nullptr;
    for (const auto& branch : piece.branches) {
      if (branch.keyword == keyword && !keyword.empty()) return &branch;
      if (branch.keyword == "other") other = &branch;
    }
    return other;
  }

  void say(const std::vector<Piece>& pieces, const Value* counted, double offset) {
    for (const auto& piece : pieces) {
      if (piece.kind == Kind::literal) {
        out += piece.text;
      } else if (piece.kind == Kind::count) {
        if (counted != nullptr) out += shown(*counted, offset);
      } else if (const Value* value = find(piece.text); value == nullptr) {
        out += "{" + piece.text + "}";
      } else if (piece.kind == Kind::argument) {
        out += shown(*value, 0);
      } else if (const Branch* branch = chosen(piece, *value)) {
        if (piece.kind == Kind::plural) say(branch->pieces, value, piece.offset);
        else say(branch->pieces, counted, offset);
      }
    }
  }
};

void collect_names(const std::vector<Piece>& pieces, std::set<std::string>& names) {
  for (const auto& piece : pieces) {
    if (piece.kind != Kind::literal && piece.kind != Kind::count) names.insert(piece.text);
    for (const auto& branch : piece.branches) collect_names(branch.pieces, names);
  }
}

}  // namespace

Result<Message> Message::compile(std::string_view pattern, const Grammar& grammar) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(pattern.data(), static_cast<int>(pattern.size())));
  const MessagePattern parsed(text, &where, status);
  if (U_FAILURE(status))
    return refuse(Fault::invalid_input, std::string("This message cannot be read (") + u_errorName(status) + ")",
                  "character " + std::to_string(where.offset));
  Compiler compiler(parsed, grammar);
  Message message;
  int at = 0;
  message.pieces_ = compiler.message(at);
  if (!compiler.fault().empty()) return refuse(Fault::invalid_input, compiler.fault());
  return message;
}

std::string Message::format(Arguments arguments, const Grammar& grammar) const {
  Speaker speaker{arguments, grammar, {}};
  speaker.say(pieces_, nullptr, 0);
  return std::move(speaker.out);
}

std::vector<std::string> Message::argument_names() const {
  std::set<std::string> names;
  collect_names(pieces_, names);
  return {names.begin(), names.end()};
}

}  // namespace makegood
