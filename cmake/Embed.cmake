# makegood_embed(VARIABLE SYMBOL_PREFIX FILES...): files taken into the program as they are. Gives two lists of
# lines for configure_file: ${VARIABLE}_INCBIN, ${VARIABLE}_SYMBOLS, and ${VARIABLE}_ROWS of {"NAME", {begin, end}}.
function(makegood_embed variable prefix)
  foreach(file IN LISTS ARGN)
    get_filename_component(name ${file} NAME_WE)
    string(MAKE_C_IDENTIFIER ${prefix}_${name} symbol)
    string(APPEND incbin "    \"${symbol}_begin: .incbin \\\"${file}\\\"\\n\"\n    \"${symbol}_end:\\n\"\n")
    string(APPEND symbols "extern const char ${symbol}_begin[], ${symbol}_end[];\n")
    string(APPEND rows "    {\"${name}\", {${symbol}_begin, ${symbol}_end}},\n")
  endforeach()
  set(${variable}_INCBIN "${incbin}" PARENT_SCOPE)
  set(${variable}_SYMBOLS "${symbols}" PARENT_SCOPE)
  set(${variable}_ROWS "${rows}" PARENT_SCOPE)
endfunction()
