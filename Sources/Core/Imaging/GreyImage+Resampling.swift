extension GreyImage {
    /// The picture as the pane shows it, `pane.height × pane.width`, black around the slice.
    ///
    /// The picture is a slice of the geometry that `mapping` was made for, as stored. Equal greys stay equal.
    public func shown(through mapping: PaneMapping) -> GreyImage {
        shown(through: mapping, resampling: mapping.resampling)
    }

    func shown(through mapping: PaneMapping, resampling: Resampling) -> GreyImage {
        let source = mapping.orientation.transposed ? transposed() : self
        let (across, down) = mapping.taps(resampling)
        let plain = across.tapCount <= 1 && down.tapCount <= 1
        let pixels =
            plain
            ? source.picked(across: across, down: down) : source.mixed(across: across, down: down)
        return GreyImage(width: mapping.pane.width, height: mapping.pane.height, pixels: pixels)
    }

    /// Rows and columns exchanged.
    public func transposed() -> GreyImage {
        let turned = [UInt8](unsafeUninitializedCapacity: width * height) { output, initialized in
            pixels.withUnsafeBufferPointer { input in
                for row in 0..<height {
                    for column in 0..<width {
                        output[column * height + row] = input[row * width + column]
                    }
                }
            }
            initialized = width * height
        }
        return GreyImage(width: height, height: width, pixels: turned)
    }

    /// One input pixel for each output pixel.
    private func picked(across: ResamplingTaps, down: ResamplingTaps) -> [UInt8] {
        if across.isIdentity(of: width), down.isIdentity(of: height) { return pixels }
        let columns = across.outputCount
        let visible = across.visible
        return [UInt8](unsafeUninitializedCapacity: columns * down.outputCount) {
            output, initialized in
            output.initialize(repeating: 0)
            pixels.withUnsafeBufferPointer { input in
                across.firsts.withUnsafeBufferPointer { sources in
                    for row in down.visible {
                        let source = down.firsts[row] * width
                        for column in visible {
                            output[row * columns + column] = input[source + sources[column]]
                        }
                    }
                }
            }
            initialized = columns * down.outputCount
        }
    }

    /// Weighted means: along the rows first, then down the columns.
    private func mixed(across: ResamplingTaps, down: ResamplingTaps) -> [UInt8] {
        let columns = across.outputCount
        let needed = down.inputRange
        let rows = mixedRows(across: across, needed: needed)
        var sums = [Int32](repeating: 0, count: columns)
        var output = [UInt8](repeating: 0, count: columns * down.outputCount)
        rows.withUnsafeBufferPointer { rows in
            sums.withUnsafeMutableBufferPointer { sums in
                output.withUnsafeMutableBufferPointer { output in
                    guard let rows = rows.baseAddress, let sums = sums.baseAddress,
                        let output = output.baseAddress
                    else { return }
                    for row in down.visible {
                        down.mixRows(
                            rows, from: needed.lowerBound, width: columns, output: row,
                            sums: sums, into: output + row * columns)
                    }
                }
            }
        }
        return output
    }

    /// Rows mixed along their length, as `MixedGrey` says.
    private func mixedRows(across: ResamplingTaps, needed: Range<Int>) -> [UInt16] {
        let columns = across.outputCount
        return [UInt16](unsafeUninitializedCapacity: columns * needed.count) {
            output, initialized in
            pixels.withUnsafeBufferPointer { input in
                guard let input = input.baseAddress, let output = output.baseAddress
                else { return }
                for (index, row) in needed.enumerated() {
                    across.mix(input + row * width, into: output + index * columns)
                }
            }
            initialized = columns * needed.count
        }
    }
}

extension PaneMapping {
    /// Taps across the screen and down.
    func taps(_ resampling: Resampling) -> (across: ResamplingTaps, down: ResamplingTaps) {
        (
            ResamplingTaps(
                inputs: columns, outputs: pane.width, origin: originX, scale: scaleX,
                flipped: orientation.flippedHorizontally, method: resampling),
            ResamplingTaps(
                inputs: rows, outputs: pane.height, origin: originY, scale: scaleY,
                flipped: orientation.flippedVertically, method: resampling)
        )
    }
}
