// Header fields by tag.

#include <algorithm>
#include <cstring>

#include "file.hpp"
#include "guarded.hpp"

namespace {

DcmTagKey key(uint32_t tag) {
    return DcmTagKey(static_cast<Uint16>(tag >> 16), static_cast<Uint16>(tag & 0xFFFF));
}

DcmItem *itemIn(DcmItem *parent, uint32_t sequence, uint32_t item) {
    DcmItem *found = nullptr;
    if (parent) parent->findAndGetSequenceItem(key(sequence), found, static_cast<signed long>(item));
    return found;
}

/// The item that `place` names but for its inner sequence, or null.
DcmItem *outerItemAt(cdcmtk_file &file, const cdcmtk_place &place) {
    if (place.frame < 0) {
        return place.sequence == 0 ? file.dataset()
                                   : itemIn(file.dataset(), place.sequence, place.item);
    }
    DcmItem *groups = file.frameItem(static_cast<size_t>(place.frame));
    if (place.sequence == 0) return groups;
    DcmItem *own = itemIn(groups, place.sequence, place.item);
    return own ? own : itemIn(file.shared, place.sequence, place.item);
}

/// The item that `place` names, or null.
DcmItem *itemAt(cdcmtk_file &file, const cdcmtk_place &place) {
    DcmItem *outer = outerItemAt(file, place);
    return place.inner == 0 ? outer : itemIn(outer, place.inner, 0);
}

DcmElement *elementAt(cdcmtk_file &file, const cdcmtk_place &place, uint32_t tag) {
    DcmItem *item = itemAt(file, place);
    DcmElement *element = nullptr;
    if (item) item->findAndGetElement(key(tag), element);
    return element && element->getLength() > 0 ? element : nullptr;
}

/// Calls `get` for each component until it fails or `capacity` are stored.
template <typename Number, typename Get>
size_t collect(double *numbers, size_t capacity, Get get) {
    size_t count = 0;
    Number number = 0;
    while (count < capacity && get(number, static_cast<unsigned long>(count)).good()) {
        numbers[count++] = static_cast<double>(number);
    }
    return count;
}

size_t numbersOf(DcmElement &e, double *n, size_t c) {
    switch (e.ident()) {
        case EVR_US:
        case EVR_OW:
        case EVR_xs:
        case EVR_lt:
            return collect<Uint16>(n, c, [&](Uint16 &v, unsigned long i) { return e.getUint16(v, i); });
        case EVR_SS:
            return collect<Sint16>(n, c, [&](Sint16 &v, unsigned long i) { return e.getSint16(v, i); });
        case EVR_UL:
            return collect<Uint32>(n, c, [&](Uint32 &v, unsigned long i) { return e.getUint32(v, i); });
        case EVR_SL:
            return collect<Sint32>(n, c, [&](Sint32 &v, unsigned long i) { return e.getSint32(v, i); });
        case EVR_IS:
            return collect<Sint32>(n, c, [&](Sint32 &v, unsigned long i) { return e.getSint32(v, i); });
        case EVR_FL:
            return collect<Float32>(n, c, [&](Float32 &v, unsigned long i) { return e.getFloat32(v, i); });
        case EVR_FD:
        case EVR_DS:
            return collect<Float64>(n, c, [&](Float64 &v, unsigned long i) { return e.getFloat64(v, i); });
        default:
            return 0;
    }
}

}  // namespace

DcmItem *cdcmtk_file::frameItem(size_t frame) {
    if (frame >= perFrame.size()) return nullptr;
    auto *item = dynamic_cast<FrameItem *>(perFrame[frame]);
    if (!item || item == unfolded) return perFrame[frame];
    if (unfolded) unfolded->fold();
    unfolded = item->unfold() ? item : nullptr;
    return unfolded;
}

extern "C" int cdcmtk_text(
    cdcmtk_file *file, cdcmtk_place place, uint32_t tag, char *text, size_t capacity, size_t *length) {
    return guarded([&]() -> int {
        DcmElement *element = elementAt(*file, place, tag);
        if (!element) return CDCMTK_NOT_FOUND;
        if (element->getLength() > CDCMTK_MAX_TEXT) return CDCMTK_MALFORMED;
        OFString value;
        if (element->getOFStringArray(value).bad()) return CDCMTK_MALFORMED;
        *length = value.size();
        std::memcpy(text, value.data(), std::min(value.size(), capacity));
        return CDCMTK_OK;
    });
}

extern "C" int cdcmtk_numbers(
    cdcmtk_file *file, cdcmtk_place place, uint32_t tag, double *numbers, size_t capacity, size_t *count) {
    return guarded([&]() -> int {
        DcmElement *element = elementAt(*file, place, tag);
        if (!element) return CDCMTK_NOT_FOUND;
        if (element->getLength() > CDCMTK_MAX_TEXT) return CDCMTK_MALFORMED;
        *count = numbersOf(*element, numbers, capacity);
        return *count > 0 ? CDCMTK_OK : CDCMTK_MALFORMED;
    });
}

extern "C" int cdcmtk_words(
    cdcmtk_file *file, cdcmtk_place place, uint32_t tag, uint16_t *words, size_t capacity, size_t *count) {
    return guarded([&]() -> int {
        DcmElement *element = elementAt(*file, place, tag);
        if (!element) return CDCMTK_NOT_FOUND;
        if (element->getLength() > 4 * CDCMTK_MAX_TEXT) return CDCMTK_MALFORMED;
        Uint16 *values = nullptr;
        Sint16 *signedValues = nullptr;
        if (element->ident() == EVR_SS) {
            element->getSint16Array(signedValues);
            values = reinterpret_cast<Uint16 *>(signedValues);
        } else {
            element->getUint16Array(values);
        }
        if (!values) return CDCMTK_MALFORMED;
        *count = element->getLength() / 2;
        std::memcpy(words, values, std::min(*count, capacity) * 2);
        return CDCMTK_OK;
    });
}
