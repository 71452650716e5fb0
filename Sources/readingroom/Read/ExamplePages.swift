import Instruments
import Phantoms
import Workstation

extension ExampleGallery {
    /// The pages of the gallery, drawn now.
    var pages: [ExamplePage] {
        let examples =
            switch self {
            case .cavernousMalformations: PhantomExamples.malformations
            case .pneumoniaGrades: PhantomExamples.pneumonia
            case .sacroiliacJoints: PhantomExamples.sacroiliac
            }
        return examples.map { example in
            ExamplePage(
                title: example.title, words: example.words,
                pictures: example.pictures.map {
                    ExamplePage.Picture(title: $0.title, greys: $0.greys)
                })
        }
    }
}
