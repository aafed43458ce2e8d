# Runs `npm ci` once for each state of the lock; says in one line what is wrong when it fails.
if(NOT NPM OR NPM MATCHES "NOTFOUND")
  message(FATAL_ERROR "npm is missing: the stylesheet cannot be built; run scripts/setup")
endif()
execute_process(COMMAND ${NPM} ci --omit=optional --no-audit --no-fund --loglevel=error
                RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(failed)
  string(STRIP "${said}" said)
  string(REGEX REPLACE "\n.*" "" first "${said}")
  message(FATAL_ERROR "npm could not install the packages of ui/ (${first}); run scripts/setup, or `npm ci` in ui/ to see why")
endif()
file(TOUCH ${STAMP})
