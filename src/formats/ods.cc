#include "formats/ods.h"

#include "formats/finish.h"
#include "formats/ods_content.h"
#include "formats/package.h"
#include "formats/sheet_blocks.h"
#include "formats/xml.h"

namespace makegood::formats {
namespace {

class OdsReader {
 public:
  explicit OdsReader(const ReadOptions& options) : options_(options), budget_(options), content_(budget_), reader_(content_) {}

  Result<bool> feed(std::string_view piece) { return reader_.feed(piece); }

  Result<Document> close(Document document) {
    if (auto closed = reader_.close(); !closed) return tl::unexpected(closed.error());
    document.format = "ods";
    document.findings = content_.findings();
    add_findings(document.findings, content_.left_out());
    add_sheets(content_.take(), document);
    return finish(std::move(document), options_);
  }

 private:
  const ReadOptions& options_;
  SheetBudget budget_;
  OdsContent content_;
  XmlReader reader_;
};

Result<Document> properties(Package& package) {
  Document document;
  auto text = package.part("meta.xml");
  if (!text) return tl::unexpected(text.error());
  pugi::xml_document xml;
  if (text->empty()) return document;
  if (auto parsed = parse_xml(*text, xml); !parsed) return tl::unexpected(parsed.error());
  const auto meta = child(child(xml, "document-meta"), "meta");
  document.title = squeeze(valid_utf8(child(meta, "title").child_value()));
  document.language = squeeze(valid_utf8(child(meta, "language").child_value()));
  for (auto node = meta.first_child(); node; node = node.next_sibling())
    if (local_name(node) == "user-defined" && std::string_view(attribute(node, "name")) == kProfileProperty)
      document.profile = squeeze(valid_utf8(node.child_value()));
  return document;
}

}  // namespace

Result<Document> read_ods_content(std::string_view content, const ReadOptions& options) {
  OdsReader reader(options);
  if (auto fed = reader.feed(content); !fed) return tl::unexpected(fed.error());
  return reader.close({});
}

}  // namespace makegood::formats

namespace makegood {

Result<Document> read_ods(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  auto package = formats::Package::open(bytes, options);
  if (!package) return tl::unexpected(package.error());
  auto document = formats::properties(*package);
  if (!document) return document;
  formats::OdsReader reader(options);
  const auto fed = package->stream("content.xml", [&](std::string_view piece) { return reader.feed(piece); });
  return fed ? reader.close(std::move(*document)) : tl::unexpected(fed.error());
}

}  // namespace makegood
