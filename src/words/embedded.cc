#include "words/embedded.h"

// The assembler takes the files in as they are; the build names them and rebuilds on change.
__asm__(
    ".section .rodata\n"
    ".balign 8\n"
    "makegood_words_en_begin: .incbin \"" MAKEGOOD_EN_MO "\"\n"
    "makegood_words_en_end:\n"
    ".balign 8\n"
    "makegood_words_cy_begin: .incbin \"" MAKEGOOD_CY_MO "\"\n"
    "makegood_words_cy_end:\n"
    ".balign 8\n"
    "makegood_words_refusals_cy_begin: .incbin \"" MAKEGOOD_REFUSALS_CY_MO "\"\n"
    "makegood_words_refusals_cy_end:\n"
    ".balign 8\n"
    ".text\n");

extern "C" {
extern const char makegood_words_en_begin[], makegood_words_en_end[];
extern const char makegood_words_cy_begin[], makegood_words_cy_end[];
extern const char makegood_words_refusals_cy_begin[], makegood_words_refusals_cy_end[];
}

namespace makegood {

std::string_view english_mo() { return {makegood_words_en_begin, makegood_words_en_end}; }
std::string_view welsh_mo() { return {makegood_words_cy_begin, makegood_words_cy_end}; }
std::string_view refusals_welsh_mo() { return {makegood_words_refusals_cy_begin, makegood_words_refusals_cy_end}; }

}  // namespace makegood
