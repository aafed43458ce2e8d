#include "formats/xml.h"

namespace makegood::formats {
namespace {

// A parsed element takes 64 bytes and an attribute 40.
constexpr std::size_t kMaxXmlElements = 4'500'000;
constexpr std::size_t kMaxXmlAttributes = 5'000'000;

}  // namespace

Result<bool> parse_xml(std::string& text, pugi::xml_document& document) {
  std::size_t elements = 0;
  std::size_t attributes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<' && (i + 1 >= text.size() || text[i + 1] != '/')) ++elements;
    if (text[i] == '=') ++attributes;
  }
  if (elements > kMaxXmlElements || attributes > kMaxXmlAttributes)
    return refuse(Fault::too_large, "The document has more parts than can be read; split it into smaller ones.");
  if (text.find("<!DOCTYPE") != std::string::npos)
    return refuse(Fault::unreadable, "The document declares its own entities (a DOCTYPE), which Office never does, and was not read.");
  const auto parsed = document.load_buffer_inplace(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed) return refuse(Fault::unreadable, "The document is damaged; open it in the program that made it, save it anew and send that.");
  return true;
}

}  // namespace makegood::formats
