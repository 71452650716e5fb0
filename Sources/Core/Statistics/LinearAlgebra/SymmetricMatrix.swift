import CLAPACK

/// A small symmetric matrix.
struct SymmetricMatrix {
    /// Rows and columns.
    let order: Int
    /// All entries, row-major; both triangles are kept equal by whoever writes.
    var entries: [Double]

    /// Zeros.
    init(order: Int) {
        self.order = order
        entries = [Double](repeating: 0, count: order * order)
    }

    /// The entry in `row` and `column`.
    subscript(row: Int, column: Int) -> Double {
        get { entries[row * order + column] }
        set { entries[row * order + column] = newValue }
    }

    /// The inverse of a positive definite matrix.
    ///
    /// - Throws: `StatisticsError.singular` naming `method` with `reason`, also when the reciprocal
    ///   condition number is below 1e-13.
    func inverse(_ method: String, _ reason: String) throws(StatisticsError) -> SymmetricMatrix {
        var result = self
        var condition = 0.0
        let status = clapack_invert(&result.entries, Int32(order), &condition)
        guard status != CLAPACK_NOT_INSTALLED.rawValue else { throw .lapackMissing }
        guard status == CLAPACK_OK.rawValue, condition > 1e-13 else {
            throw .singular(method: method, reason: reason)
        }
        return result
    }

    /// The product with a vector.
    func times(_ vector: [Double]) -> [Double] {
        (0..<order).map { row in
            (0..<order).reduce(0) { $0 + self[row, $1] * vector[$1] }
        }
    }

    /// `vector`ᵀ · self · `vector`.
    func quadraticForm(_ vector: [Double]) -> Double {
        zip(times(vector), vector).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// self · `middle` · self, the shape of a sandwich variance.
    func sandwich(_ middle: SymmetricMatrix) -> SymmetricMatrix {
        var half = [Double](repeating: 0, count: order * order)
        var result = SymmetricMatrix(order: order)
        for row in 0..<order {
            for column in 0..<order {
                half[row * order + column] = (0..<order).reduce(0) {
                    $0 + self[row, $1] * middle[$1, column]
                }
            }
        }
        for row in 0..<order {
            for column in 0..<order {
                result[row, column] = (0..<order).reduce(0) {
                    $0 + half[row * order + $1] * self[$1, column]
                }
            }
        }
        return result
    }
}
