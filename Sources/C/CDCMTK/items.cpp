#include "items.hpp"

#include "CDCMTK.h"

bool isTooDeep(DcmItem &item, int depth) {
    if (depth > CDCMTK_MAX_DEPTH) return true;
    for (DcmObject *element = item.nextInContainer(nullptr); element;
         element = item.nextInContainer(element)) {
        if (element->ident() != EVR_SQ) continue;
        auto *sequence = static_cast<DcmSequenceOfItems *>(element);
        for (DcmObject *inner = sequence->nextInContainer(nullptr); inner;
             inner = sequence->nextInContainer(inner)) {
            if (isTooDeep(*static_cast<DcmItem *>(inner), depth + 1)) return true;
        }
    }
    return false;
}

bool hasUnknown(DcmItem &item) {
    for (DcmObject *element = item.nextInContainer(nullptr); element;
         element = item.nextInContainer(element)) {
        const bool isStandard = element->getTag().getGroup() % 2 == 0;
        if (isStandard && (element->ident() == EVR_UN || element->getTag().getEVR() == EVR_UN)) return true;
        if (element->ident() != EVR_SQ) continue;
        auto *sequence = static_cast<DcmSequenceOfItems *>(element);
        for (DcmObject *inner = sequence->nextInContainer(nullptr); inner;
             inner = sequence->nextInContainer(inner)) {
            if (hasUnknown(*static_cast<DcmItem *>(inner))) return true;
        }
    }
    return false;
}
