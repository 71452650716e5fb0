import ReaderStudies

/// Works out a form: first values and presence in order of dependency, then questions and remarks.
struct Evaluation {
    private let plan: Plan
    private let sheet: AnswerSheet
    private var world: Surroundings
    private var answers: [Answer?]
    private var presence: [Presence]

    private(set) var questions: [Question] = []
    private(set) var remarks: [Remark] = []
    private(set) var derivedResults: [DerivedResult] = []
    private(set) var questionOfSlot: [Int]
    private(set) var allowsAllNotAssessable = false

    init(instrument: Instrument, shows: Set<String>, sheet: AnswerSheet) {
        plan = instrument.plan
        self.sheet = sheet
        let slots = plan.fixedCount + sheet.lesions.count * plan.lesionStride
        world = Surroundings(
            values: Array(repeating: .unknown(.missing), count: slots),
            shown: plan.techniques.map(shows.contains), lesionBase: plan.fixedCount,
            lesionStride: plan.lesionStride, lesionCount: sheet.lesions.count)
        answers = Array(repeating: nil, count: slots)
        presence = Array(repeating: .asked, count: slots)
        questionOfSlot = Array(repeating: 0, count: slots)
        questions.reserveCapacity(slots)
    }

    mutating func run() {
        takeAnswers()
        for index in plan.order { settle(plan.entries[index]) }
        allowsAllNotAssessable =
            plan.allNotAssessableIf?.value(in: world, at: 0).isTrue ?? false
        ask()
        collectDerived()
    }

    private mutating func takeAnswers() {
        let lesions = Dictionary(
            sheet.lesions.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (key, answer) in sheet.answers {
            if let slot = plan.fixedSlots[key] {
                take(answer, at: slot, of: plan.entries[plan.entryOfSlot[slot]])
            } else if let lesion = lesions[key.site], let index = plan.lesionEntries[key.item] {
                let entry = plan.entries[index]
                take(answer, at: slot(of: entry, at: lesion), of: entry)
            }
        }
    }

    private mutating func take(_ answer: Answer, at slot: Int, of entry: Entry) {
        answers[slot] = answer
        world.values[slot] = entry.value(of: answer)
    }

    private func slot(of entry: Entry, at site: Int) -> Int {
        entry.placement == .lesions
            ? plan.fixedCount + site * plan.lesionStride + entry.base : entry.base + site
    }

    private func siteCount(of entry: Entry) -> Int {
        entry.placement == .lesions ? sheet.lesions.count : entry.sites.count
    }

    private mutating func settle(_ entry: Entry) {
        if let derivation = entry.derivation {
            for site in 0..<siteCount(of: entry) {
                world.values[slot(of: entry, at: site)] = value(of: derivation, entry, at: site)
            }
        } else if let showIf = entry.showIf {
            for site in 0..<siteCount(of: entry) {
                settle(showIf.value(in: world, at: site), at: slot(of: entry, at: site))
            }
        }
    }

    private func value(of derivation: Entry.Derivation, _ entry: Entry, at site: Int) -> Value {
        guard case .measured(let item, let quantity) = derivation else {
            return derivation.value(in: world, at: site)
        }
        let place = entry.placement == .lesions ? sheet.lesions[site] : entry.sites[site].id
        return measured(ItemKey(place, item), quantity)
    }

    /// A number that was measured with an answer; why there is none, when there is none.
    private func measured(_ key: ItemKey, _ quantity: String) -> Value {
        switch sheet.answers[key] {
        case nil: .unknown(.missing)
        case .notAssessable: .unknown(.notAssessable)
        case .value:
            sheet.measurements[key]?.quantities.first { $0.name == quantity }
                .map { .finite($0.value) } ?? .unknown(.undefined)
        }
    }

    private mutating func settle(_ shown: Value, at slot: Int) {
        switch shown {
        case .truth(true): break
        case .unknown(.missing):
            presence[slot] = .waiting
            world.values[slot] = .unknown(.missing)
        default:
            presence[slot] = .skipped
            world.values[slot] = .unknown(.skipped)
        }
    }
}

// Questions and remarks.
extension Evaluation {
    private mutating func ask() {
        var lesionsAreAsked = false
        for entry in plan.entries.prefix(plan.itemCount) {
            if entry.placement == .lesions {
                if !lesionsAreAsked { askLesions() }
                lesionsAreAsked = true
            } else {
                for site in entry.sites.indices {
                    ask(entry, at: site, entry.keys[site], label: entry.sites[site].label)
                }
            }
        }
    }

    private mutating func askLesions() {
        for (number, lesion) in sheet.lesions.enumerated() {
            for entry in plan.entries.prefix(plan.itemCount) where entry.placement == .lesions {
                let key = ItemKey(lesion, entry.item.id)
                ask(entry, at: number, key, label: lesion.rawValue)
            }
        }
    }

    private mutating func ask(_ entry: Entry, at site: Int, _ key: ItemKey, label: String) {
        let slot = slot(of: entry, at: site)
        let isAsked = presence[slot] == .asked
        questionOfSlot[slot] = questions.count
        questions.append(
            Question(
                key: key, entry: entry, siteLabel: label, presence: presence[slot],
                isRequired: isAsked && isNeeded(entry, at: site), state: state(at: slot),
                choices: choices(of: entry)))
        guard isAsked else { return }
        for (rule, program) in entry.rules where program.value(in: world, at: site).isTrue {
            remarks.append(
                Remark(
                    key: key, severity: rule.severity, sentence: rule.say,
                    visibility: rule.visibility))
        }
    }

    private func isNeeded(_ entry: Entry, at site: Int) -> Bool {
        switch entry.need {
        case .never: false
        case .always: true
        case .when(let program): program.value(in: world, at: site).isTrue
        }
    }

    private func state(at slot: Int) -> ItemState {
        switch (presence[slot], answers[slot]) {
        case (.skipped, _): .skippedByRule
        case (.waiting, _), (.asked, nil): .missing
        case (.asked, .value(let value)?): .value(value)
        case (.asked, .notAssessable(let reason)?): .notAssessable(reason)
        }
    }

    private func choices(of entry: Entry) -> [Choice] {
        guard !entry.conditionalChoices.isEmpty else { return entry.choices }
        return entry.conditionalChoices
            .filter { $0.program?.value(in: world, at: 0).isTrue ?? true }
            .map(\.choice)
    }
}

// Derived values.
extension Evaluation {
    private mutating func collectDerived() {
        for entry in plan.entries.dropFirst(plan.itemCount) {
            guard let value = entry.derived else { continue }
            for site in 0..<siteCount(of: entry) {
                let place = entry.placement == .lesions ? nil : entry.sites[site]
                let id = place?.id ?? sheet.lesions[site]
                let label = place?.label ?? id.rawValue
                derivedResults.append(
                    DerivedResult(
                        key: ItemKey(id, value.id),
                        label: label.isEmpty ? value.label : "\(label) \(value.label)",
                        visibility: value.visibility,
                        state: derivedState(world.values[slot(of: entry, at: site)])))
            }
        }
    }

    private func derivedState(_ value: Value) -> DerivedState {
        switch value {
        case .truth(let isTrue): .value(.code(isTrue ? "yes" : "no"))
        case .number(let number): .value(.number(number))
        case .code(let number): .value(.code(plan.codes[number]))
        case .opaque, .unknown(.undefined): .undefined
        case .unknown(.skipped): .skippedByRule
        case .unknown(.notAssessable): .notAssessable
        case .unknown(.missing): .missing
        }
    }
}

extension Entry.Derivation {
    /// The value of the rule; the first code whose condition is true, unless one before it is unknown.
    fileprivate func value(in world: borrowing Surroundings, at site: Int) -> Value {
        switch self {
        case .expression(let program):
            return program.value(in: world, at: site)
        case .firstOf(let cases):
            for (when, code) in cases {
                let holds = when?.value(in: world, at: site) ?? .truth(true)
                if holds.isTrue { return .code(code) }
                if holds.unknown != nil { return holds }
            }
            return .unknown(.undefined)
        case .measured: return .unknown(.undefined)
        }
    }
}
