#include "formats/xlsx.h"

#include <pugixml.hpp>

#include <fmt/format.h>

#include "formats/finish.h"
#include "formats/package_kind.h"
#include "formats/relationships.h"
#include "formats/sheet_blocks.h"
#include "formats/sheet_findings.h"
#include "formats/xlsx_sheet.h"
#include "formats/xml.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kMaxSheets = 1000;
constexpr std::size_t kMaxTables = 1000;

class WorkbookFile {
 public:
  WorkbookFile(Package package, const ReadOptions& options) : package_(std::move(package)), options_(options), budget_(options) {}

  Result<Document> read() {
    document_.format = "xlsx";
    auto main = main_part(package_, "xl/workbook.xml");
    if (!main) return tl::unexpected(main.error());
    main_ = *main;
    for (const auto step : {&WorkbookFile::read_workbook, &WorkbookFile::read_shared, &WorkbookFile::read_sheets, &WorkbookFile::read_properties})
      if (auto done = (this->*step)(); !done) return tl::unexpected(done.error());
    add_findings(document_.findings, left_out_);
    add_sheets(std::move(sheets_), document_);
    return finish(std::move(document_), options_);
  }

 private:
  // One part as a tree; `xml` stays empty where it is not there.
  Result<bool> parse(const std::string& name, std::string& text, pugi::xml_document& xml) {
    auto part = package_.part(name);
    if (!part) return tl::unexpected(part.error());
    text = std::move(*part);
    return text.empty() ? Result<bool>(true) : parse_xml(text, xml);
  }

  Result<bool> stream(const std::string& name, XmlEvents& events) {
    if (!package_.has(name)) return true;
    XmlReader reader(events);
    const auto fed = package_.stream(name, [&](std::string_view piece) { return reader.feed(piece); });
    return fed ? reader.close() : fed;
  }

  Result<bool> read_workbook() {
    auto links = Relationships::of(package_, main_);
    if (!links) return tl::unexpected(links.error());
    links_ = std::move(*links);
    if (auto parsed = parse(main_, workbook_text_, workbook_); !parsed) return parsed;
    if (!child(child(child(workbook_, "workbook"), "sheets"), "sheet"))
      return refuse(Fault::unreadable, "The workbook has no sheets; open it in Excel, save it anew and send that.");
    const std::string_view since_1904 = attribute(child(child(workbook_, "workbook"), "workbookPr"), "date1904");
    if (since_1904 == "1" || since_1904 == "true") dates_ = DateSystem::from_1904;
    if (links_.by_type("vbaProject") != nullptr) left_out_.macros = true;
    return true;
  }

  Result<bool> read_shared() {
    std::string text;
    if (const auto* part = links_.by_type("styles")) {
      auto source = package_.part(part->target);
      if (!source) return tl::unexpected(source.error());
      auto styles = XlsxStyles::read(*source);
      if (!styles) return tl::unexpected(styles.error());
      styles_ = std::move(*styles);
    }
    const auto* strings = links_.by_type("sharedStrings");
    return strings == nullptr ? Result<bool>(true) : stream(strings->target, strings_);
  }

  Result<bool> read_sheets() {
    const auto list = child(child(workbook_, "workbook"), "sheets");
    std::size_t count = 0;
    for (auto node = list.first_child(); node; node = node.next_sibling()) {
      if (local_name(node) != "sheet") continue;
      if (++count > kMaxSheets) return refuse(Fault::too_large, fmt::format("The workbook has more than {} sheets; split it into smaller files.", kMaxSheets));
      if (auto read = read_sheet(node); !read) return read;
    }
    return true;
  }

  Result<bool> read_sheet(pugi::xml_node node) {
    const auto name = squeeze(valid_utf8(attribute(node, "name")));
    const auto* part = links_.by_id(attribute(node, "id"));
    const std::string_view state = attribute(node, "state");
    if (state == "hidden" || state == "veryHidden") return left_out_.hidden_sheets.add("\"" + name + "\""), true;
    if (part != nullptr && part->type != "worksheet") return left_out_.drawings.add("sheet \"" + name + "\""), true;
    if (part == nullptr || !package_.has(part->target)) return left_out_.lost_sheets.add("\"" + name + "\""), true;
    auto links = Relationships::of(package_, part->target);
    if (!links) return tl::unexpected(links.error());
    XlsxShared shared{strings_, styles_, dates_, budget_};
    XlsxSheet sheet(shared);
    if (auto read = stream(part->target, sheet); !read) return read;
    sheet.link([&](const std::string& id) {
      const auto* link = links->by_id(id);
      return link == nullptr || link->type != "hyperlink" ? std::string() : link->target;
    });
    auto grid = sheet.take();
    grid.name = name;
    for (const auto& link : links->all())
      if (auto read = read_attached(link, grid); !read) return read;
    add_findings(document_.findings, sheet.oddities(), name);
    sheets_.push_back(std::move(grid));
    return true;
  }

  // What hangs on a sheet: its tables are read, the rest is left out.
  Result<bool> read_attached(const Relationship& link, SheetGrid& grid) {
    const auto place = "sheet \"" + grid.name + "\"";
    if (link.type == "comments" || link.type == "threadedComment") left_out_.comments.add_once(place);
    if (link.type == "drawing") left_out_.drawings.add_once(place);
    if (link.type != "table" || grid.tables.size() >= kMaxTables) return true;
    std::string text;
    pugi::xml_document xml;
    if (auto parsed = parse(link.target, text, xml); !parsed) return parsed;
    const auto table = child(xml, "table");
    SheetTables found;
    found.header_rows = *attribute(table, "headerRowCount") == '\0' ? 1 : number(attribute(table, "headerRowCount"), 1);
    if (read_range(attribute(table, "ref"), found.range)) grid.tables.push_back(found);
    return true;
  }

  Result<bool> read_properties() {
    const auto links = Relationships::of(package_, "");
    if (!links) return tl::unexpected(links.error());
    const auto* core = links->by_type("core-properties");
    const auto* own = links->by_type("custom-properties");
    std::string text;
    pugi::xml_document xml;
    if (auto parsed = parse(core == nullptr ? "docProps/core.xml" : core->target, text, xml); !parsed) return parsed;
    const auto properties = child(xml, "coreProperties");
    document_.title = squeeze(valid_utf8(child(properties, "title").child_value()));
    document_.language = squeeze(valid_utf8(child(properties, "language").child_value()));
    std::string custom_text;
    pugi::xml_document custom;
    if (auto parsed = parse(own == nullptr ? "docProps/custom.xml" : own->target, custom_text, custom); !parsed) return parsed;
    const auto list = child(custom, "Properties");
    for (auto node = list.first_child(); node; node = node.next_sibling()) {
      const std::string_view name = attribute(node, "name");
      const auto value = squeeze(valid_utf8(node.first_child().child_value()));
      if (name == kProfileProperty) document_.profile = value;
      if (name == "Language" && document_.language.empty()) document_.language = value;
    }
    return true;
  }

  Package package_;
  const ReadOptions& options_;
  Document document_;
  std::string main_, workbook_text_;
  pugi::xml_document workbook_;
  Relationships links_;
  SheetBudget budget_;
  XlsxStyles styles_;
  SharedStrings strings_{options_.max_text};
  DateSystem dates_ = DateSystem::from_1900;
  std::vector<SheetGrid> sheets_;
  SheetsLeftOut left_out_;
};

}  // namespace
}  // namespace makegood::formats

namespace makegood {

Result<Document> read_xlsx(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  auto package = formats::Package::open(bytes, options);
  if (!package) return tl::unexpected(package.error());
  if (const auto kind = formats::kind_of(*package); !kind) return tl::unexpected(kind.error());
  return formats::WorkbookFile(std::move(*package), options).read();
}

}  // namespace makegood
