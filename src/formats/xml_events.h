#pragma once
// XML as a stream of events, for parts that would be too large as a tree: a sheet of a million
// formatted rows is 100 MB of XML, and nothing of it is kept but the cells with something in them.
//
//   class Rows : public XmlEvents { void start(...) override ...; };
//   Rows rows;
//   XmlReader reader(rows);
//   while (more) if (auto fed = reader.feed(chunk); !fed) return tl::unexpected(fed.error());
//   return reader.close();

#include <memory>
#include <string>
#include <string_view>

#include "base/base.h"

struct XML_ParserStruct;

namespace makegood::formats {

/// The attributes of an element, by local names.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// Empty where it is not there; the same local name twice: the first.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;
  [[nodiscard]] bool is_on(std::string_view name) const;  ///< "1" or "true"
  /// Whether one of that local name has that value: two prefixes may have the same names.
  [[nodiscard]] bool has(std::string_view name, std::string_view value) const;

 private:
  const char** pairs_;  // name, value, name, value, ..., null
};

class XmlEvents {
 public:
  XmlEvents() = default;
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;
  virtual ~XmlEvents() = default;
  /// `name` is local, without its prefix.
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of text; one text may come in several.
  virtual void text(std::string_view piece) = 0;
  /// Where this holds something, reading stops and it is the answer.
  [[nodiscard]] bool stopped() const { return !refusal_.message.empty(); }
  [[nodiscard]] const Refusal& refusal() const { return refusal_; }

 protected:
  void stop(Refusal refusal) {
    if (!stopped()) refusal_ = std::move(refusal);
  }

 private:
  Refusal refusal_;
};

class XmlReader {
 public:
  explicit XmlReader(XmlEvents& events);
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  /// Refuses: a DOCTYPE, XML that is not well formed, what `events` stopped at.
  [[nodiscard]] Result<bool> feed(std::string_view bytes);
  [[nodiscard]] Result<bool> close();

 private:
  struct Calls;
  [[nodiscard]] Result<bool> parse(std::string_view bytes, bool last);

  XmlEvents& events_;
  XML_ParserStruct* parser_;
  bool doctype_ = false;
};

}  // namespace makegood::formats
