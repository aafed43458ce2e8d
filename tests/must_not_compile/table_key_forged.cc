// Only disclosure control defines the key: nobody else can make one.
#include "table/table.h"

using namespace makegood;

ProtectedTable publish(CountTable counts, const ProtectionKey& key) { return ProtectedTable(std::move(counts), key); }

#ifdef WRONG
ProtectedTable forged(CountTable counts) { return publish(std::move(counts), ProtectionKey{}); }
#endif
