/// Drawn examples of grades and types that help can show beside a form.
public enum ExampleGallery: String, Hashable, Sendable, CaseIterable {
    /// Types I to IV of cavernous malformations.
    case cavernousMalformations
    /// Grades CT-0 to CT-4.
    case pneumoniaGrades
    /// A normal sacroiliac joint, erosion, sclerosis and ankylosis.
    case sacroiliacJoints
}
