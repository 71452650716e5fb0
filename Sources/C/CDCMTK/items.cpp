#include "items.hpp"

#include "CDCMTK.h"

namespace {

/// Whether `test` holds for an element of an item itself, not of the items in it.
template <typename Test>
bool hasElement(DcmItem &item, Test test) {
    for (DcmObject *element = item.nextInContainer(nullptr); element;
         element = item.nextInContainer(element)) {
        if (test(*element)) return true;
    }
    return false;
}

/// Whether `test` holds for an item of an element, which has some if it is a sequence.
template <typename Test>
bool hasItem(DcmObject &element, Test test) {
    if (element.ident() != EVR_SQ) return false;
    for (DcmObject *inner = element.nextInContainer(nullptr); inner;
         inner = element.nextInContainer(inner)) {
        if (test(*static_cast<DcmItem *>(inner))) return true;
    }
    return false;
}

bool isUnknown(DcmObject &element) {
    const bool isStandard = element.getTag().getGroup() % 2 == 0;
    return isStandard && (element.ident() == EVR_UN || element.getTag().getEVR() == EVR_UN);
}

}  // namespace

bool isTooDeep(DcmItem &item, int depth) {
    return depth > CDCMTK_MAX_DEPTH || hasElement(item, [depth](DcmObject &element) {
        return hasItem(element, [depth](DcmItem &inner) { return isTooDeep(inner, depth + 1); });
    });
}

bool hasUnknown(DcmItem &item) {
    return hasElement(item, [](DcmObject &element) {
        return isUnknown(element) || hasItem(element, hasUnknown);
    });
}
