#include "formats/xml_events.h"

#include <expat.h>

#include <new>

#include "formats/xml.h"

namespace makegood::formats {

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** at = pairs_; *at != nullptr; at += 2)
    if (local_name(*at) == name) return at[1];
  return {};
}

bool XmlAttributes::is_on(std::string_view name) const {
  const auto value = (*this)[name];
  return value == "1" || value == "true";
}

bool XmlAttributes::has(std::string_view name, std::string_view value) const {
  for (const char** at = pairs_; *at != nullptr; at += 2)
    if (local_name(*at) == name && at[1] == value) return true;
  return false;
}

// What expat calls: plain functions with the reader behind a pointer.
struct XmlReader::Calls {
  static XmlReader& of(void* reader) { return *static_cast<XmlReader*>(reader); }

  static void halt_if_stopped(XmlReader& reader) {
    if (reader.events_.stopped()) XML_StopParser(reader.parser_, XML_FALSE);
  }
  static void start(void* self, const char* name, const char** attributes) {
    auto& reader = of(self);
    if (reader.events_.stopped()) return;
    reader.events_.start(local_name(name), XmlAttributes(attributes));
    halt_if_stopped(reader);
  }
  static void end(void* self, const char* name) {
    auto& reader = of(self);
    if (reader.events_.stopped()) return;
    reader.events_.end(local_name(name));
    halt_if_stopped(reader);
  }
  static void text(void* self, const char* piece, int length) {
    auto& reader = of(self);
    if (reader.events_.stopped()) return;
    reader.events_.text({piece, static_cast<std::size_t>(length)});
    halt_if_stopped(reader);
  }
  // Nothing that a DOCTYPE can do is wanted here: entities that grow, files from elsewhere.
  static void doctype(void* self, const char*, const char*, const char*, int) {
    auto& reader = of(self);
    reader.doctype_ = true;
    XML_StopParser(reader.parser_, XML_FALSE);
  }
};

XmlReader::XmlReader(XmlEvents& events) : events_(events), parser_(XML_ParserCreate(nullptr)) {
  if (parser_ == nullptr) throw std::bad_alloc();
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Calls::start, Calls::end);
  XML_SetCharacterDataHandler(parser_, Calls::text);
  XML_SetStartDoctypeDeclHandler(parser_, Calls::doctype);
}

XmlReader::~XmlReader() { XML_ParserFree(parser_); }

Result<bool> XmlReader::feed(std::string_view bytes) { return parse(bytes, false); }
Result<bool> XmlReader::close() { return parse({}, true); }

Result<bool> XmlReader::parse(std::string_view bytes, bool last) {
  const auto status = XML_Parse(parser_, bytes.data(), static_cast<int>(bytes.size()), last ? XML_TRUE : XML_FALSE);
  if (events_.stopped()) return tl::unexpected(events_.refusal());
  if (doctype_)
    return refuse(Fault::unreadable,
                  "The spreadsheet declares its own entities (a DOCTYPE), which no spreadsheet program does, and was not read.");
  if (status != XML_STATUS_OK)
    return refuse(Fault::unreadable, "The spreadsheet is damaged; open it in Excel or LibreOffice, save it anew and send that.");
  return true;
}

}  // namespace makegood::formats
