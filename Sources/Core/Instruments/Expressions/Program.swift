/// An expression with all names looked up, ready to be evaluated any number of times.
indirect enum Program: Sendable {
    case constant(Value)
    /// Whether the arm shows the technique with this number.
    case shows(Int)
    /// A question or value at one fixed site.
    case slot(Int)
    /// A question or value at the site in scope: `base` plus the site's number.
    case ownSite(base: Int)
    /// A question or value at the larger site that contains the one in scope.
    case containing(base: Int, numbers: [Int])
    /// A question or value of the lesion in scope, by its number within a lesion.
    case ownLesion(Int)
    case not(Program)
    case both(Program, Program)
    case either(Program, Program)
    case comparison(Comparison, Program, Program)
    case arithmetic(Arithmetic, Program, Program)
    case among(Program, Set<Value>)
    /// Over the sites 0 ..< count of a set.
    case sites(Gathering, count: Int, Program)
    /// Over some sites of a set, by their numbers.
    case chosen(Gathering, [Int], Program)
    /// Over the sites that lie within the one in scope, by the numbers for each of its set.
    case contained(Gathering, [[Int]], Program)
    /// Over all lesions.
    case lesions(Gathering, Program)
    case lesionCount
    case list(Gathering, [Program])
    /// The number that a code says, by the code's number.
    case score(Program, [Int: Double])
    case isAnswered(Program)
    case isNotAssessable(Program)
}

/// Everything that an expression may look at.
struct Surroundings {
    /// Values by slot: fixed sites first, then lesion after lesion.
    var values: [Value]
    /// Whether the arm shows each technique that the instrument asks about.
    let shown: [Bool]
    /// Slot of the first lesion's first value.
    let lesionBase: Int
    /// Number of slots of one lesion.
    let lesionStride: Int
    /// Number of lesions.
    let lesionCount: Int
}

extension Program {
    /// The value at site number `site` of the set in scope, or for lesion number `site`.
    ///
    /// Total: every expression has a value for all answers; an unknown says why it is one.
    func value(in world: borrowing Surroundings, at site: Int) -> Value {
        switch self {
        case .constant(let value): value
        case .shows(let technique): .truth(world.shown[technique])
        case .slot(let slot): world.values[slot]
        case .ownSite(let base): world.values[base + site]
        case .containing(let base, let numbers): world.values[base + numbers[site]]
        case .ownLesion(let number):
            world.values[world.lesionBase + site * world.lesionStride + number]
        case .not(let inner): inner.value(in: world, at: site).negated
        case .both(let left, let right):
            .both(left.value(in: world, at: site), right.value(in: world, at: site))
        case .either(let left, let right):
            .either(left.value(in: world, at: site), right.value(in: world, at: site))
        case .comparison(let comparison, let left, let right):
            comparison.apply(left.value(in: world, at: site), right.value(in: world, at: site))
        case .arithmetic(let operation, let left, let right):
            operation.apply(left.value(in: world, at: site), right.value(in: world, at: site))
        case .among(let inner, let members):
            inner.value(in: world, at: site).isAmong(members)
        case .sites(let gathering, let count, let inner):
            gathering.gather(count) { inner.value(in: world, at: $0) }
        case .chosen(let gathering, let numbers, let inner):
            gathering.gather(numbers.count) { inner.value(in: world, at: numbers[$0]) }
        case .contained(let gathering, let members, let inner):
            gathering.gather(members[site].count) {
                inner.value(in: world, at: members[site][$0])
            }
        case .lesions(let gathering, let inner):
            gathering.gather(world.lesionCount) { inner.value(in: world, at: $0) }
        case .lesionCount: .number(Double(world.lesionCount))
        case .list(let gathering, let inner):
            gathering.gather(inner.count) { inner[$0].value(in: world, at: site) }
        case .score(let inner, let numbers):
            inner.value(in: world, at: site).scored(by: numbers)
        case .isAnswered(let inner): .truth(inner.value(in: world, at: site).isAnswered)
        case .isNotAssessable(let inner):
            .truth(inner.value(in: world, at: site) == .unknown(.notAssessable))
        }
    }
}

extension Value {
    fileprivate func isAmong(_ members: Set<Value>) -> Value {
        unknown == nil ? .truth(members.contains(self)) : self
    }

    fileprivate func scored(by numbers: [Int: Double]) -> Value {
        guard case .code(let code) = self else { return self }
        return numbers[code].map { .number($0) } ?? .unknown(.undefined)
    }

    /// A value or "not assessable" was given.
    fileprivate var isAnswered: Bool { unknown == nil || self == .unknown(.notAssessable) }
}

extension Comparison {
    /// Compares two values of one type; unknown if either is.
    func apply(_ left: Value, _ right: Value) -> Value {
        if let unknown = Value.strongest(left, right) { return unknown }
        switch (left, right) {
        case (.number(let first), .number(let second)): return .truth(holds(first, second))
        default: return .truth((left == right) == (self == .equal))
        }
    }

    private func holds(_ left: Double, _ right: Double) -> Bool {
        switch self {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

extension Arithmetic {
    /// Computes with two numbers; unknown if either is, undefined when there is no finite result.
    func apply(_ left: Value, _ right: Value) -> Value {
        guard case .number(let first) = left, case .number(let second) = right else {
            return Value.strongest(left, right) ?? .unknown(.undefined)
        }
        switch self {
        case .plus: return .finite(first + second)
        case .minus: return .finite(first - second)
        case .times: return .finite(first * second)
        case .divided: return .finite(first / second)
        }
    }
}

extension Gathering {
    /// Joins `count` values; those that a rule skips are left out, and if all are, so is the result.
    func gather(_ count: Int, _ value: (Int) -> Value) -> Value {
        var joined: Value?
        var sawSkipped = false
        for index in 0..<count {
            let next = value(index)
            if next == .unknown(.skipped) {
                sawSkipped = true
            } else {
                joined = joined.map { join($0, next) } ?? start(next)
            }
        }
        return joined ?? (sawSkipped ? .unknown(.skipped) : ofNothing)
    }

    private var ofNothing: Value {
        switch self {
        case .any: .truth(false)
        case .all: .truth(true)
        case .count, .sum: .number(0)
        case .max, .min: .unknown(.undefined)
        }
    }

    private func start(_ first: Value) -> Value {
        guard self == .count, case .truth(let isTrue) = first else { return first }
        return .number(isTrue ? 1 : 0)
    }

    private func join(_ joined: Value, _ next: Value) -> Value {
        switch self {
        case .any: .either(joined, next)
        case .all: .both(joined, next)
        case .count, .sum: Arithmetic.plus.apply(joined, start(next))
        case .max: extreme(joined, next) { $0 >= $1 }
        case .min: extreme(joined, next) { $0 <= $1 }
        }
    }

    private func extreme(
        _ left: Value, _ right: Value, keepsFirst: (Double, Double) -> Bool
    ) -> Value {
        guard case .number(let first) = left, case .number(let second) = right else {
            return Value.strongest(left, right) ?? .unknown(.undefined)
        }
        return .number(keepsFirst(first, second) ? first : second)
    }
}
