// The border: no exception leaves C++.
#pragma once

#include <new>

#include "CDCMTK.h"

/// Runs `body`, which returns a cdcmtk_status, and turns exceptions into one.
template <typename Body>
int guarded(Body body) noexcept {
    try {
        return body();
    } catch (const std::bad_alloc &) {
        return CDCMTK_NO_MEMORY;
    } catch (...) {
        return CDCMTK_MALFORMED;
    }
}
