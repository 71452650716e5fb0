// Where the bytes of a file come from, and DCMTK's view of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dcmtk.hpp"

/// Bytes in memory or behind a descriptor, read at any offset, with a few bytes that may be replaced on the way.
class Source {
public:
    Source(const void *bytes, uint64_t size);
    /// Reads through pread; `size` is the size of the file now.
    Source(int descriptor, uint64_t size);

    uint64_t size() const { return size_; }
    /// Copies up to `count` bytes at `offset`; fewer only at the end or on an error.
    size_t fetch(uint64_t offset, void *to, size_t count);
    /// Shows `bytes` at `offset` in place of what is stored.
    void replace(uint64_t offset, std::string bytes);

    /// While a parse runs, refuses reads that come from too deep a recursion or from too many elements.
    void guardParse(const void *stackBase);
    void endParse() { stackBase_ = 0; }
    bool isTooDeep() const { return isTooDeep_; }
    /// Whether the parse may go on; called for each read.
    bool mayRead();

private:
    size_t fetchStored(uint64_t offset, uint8_t *to, size_t count);
    size_t readDescriptor(uint64_t offset, uint8_t *to, size_t count);

    const uint8_t *bytes_ = nullptr;
    int descriptor_ = -1;
    uint64_t size_ = 0;
    std::vector<uint8_t> window_;
    uint64_t windowStart_ = 0;
    uint64_t replacedAt_ = 0;
    std::string replacement_;
    uintptr_t stackBase_ = 0;
    uint64_t readCount_ = 0;
    bool isTooDeep_ = false;
};

/// Feeds DCMTK's parser from a source.
class SourceProducer : public DcmProducer {
public:
    SourceProducer(Source &source, uint64_t offset) : source_(source), offset_(offset) {}
    OFBool good() const override { return status_.good(); }
    OFCondition status() const override { return status_; }
    OFBool eos() override { return offset_ >= source_.size(); }
    offile_off_t avail() override;
    offile_off_t read(void *buffer, offile_off_t count) override;
    offile_off_t skip(offile_off_t count) override;
    void putback(offile_off_t count) override;

private:
    Source &source_;
    uint64_t offset_;
    OFCondition status_ = EC_Normal;
};

/// A stream over a source. It can be made again at any offset, so that DCMTK leaves large values where they are.
class SourceStream : public DcmInputStream {
public:
    SourceStream(Source &source, uint64_t offset);
    DcmInputStreamFactory *newFactory() const override;

private:
    SourceProducer producer_;
    Source &source_;
    uint64_t start_;
};
