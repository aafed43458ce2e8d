# cmake -DCXX=... -DSOURCE=... -DINCLUDE=... -P must_not_compile.cmake
# The file must compile as it stands, and must not with -DWRONG: so that it fails for its own
# fault and not for a missing header.
foreach(wrong IN ITEMS 0 1)
  set(define)
  if(wrong)
    set(define -DWRONG)
  endif()
  execute_process(COMMAND ${CXX} -std=c++20 -fsyntax-only -I${INCLUDE} ${define} ${SOURCE}
                  RESULT_VARIABLE failed ERROR_VARIABLE said)
  if(wrong AND NOT failed)
    message(FATAL_ERROR "${SOURCE} compiles with its fault in it")
  elseif(NOT wrong AND failed)
    message(FATAL_ERROR "${SOURCE} does not compile even without its fault:\n${said}")
  endif()
endforeach()
