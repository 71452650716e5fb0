import ImageFiles
import Imaging

/// One series of a sample study as DICOM files, with invented names and dates that a reader must never see.
struct SampleDICOM {
    /// The name of the study.
    let study: String
    /// The examination.
    let drawn: PhantomCase
    /// The series.
    let series: PhantomSeries

    /// Name and bytes of each file: one for each slice, or one for all.
    func files() throws(SampleError) -> [(name: String, bytes: [UInt8])] {
        do {
            guard !series.isMultiFrame else {
                return [("all.dcm", try DICOMWriter.enhancedFile(described, syntax: series.syntax))]
            }
            let files = try DICOMWriter.files(described, syntax: series.syntax)
            return files.enumerated().map { (Self.name($0.offset), $0.element) }
        } catch {
            throw .notEncoded(series: series.description, reason: "\(error)")
        }
    }

    /// The file of a slice, from 0.
    static func name(_ index: Int) -> String {
        "\(index < 9 ? "0" : "")\(index + 1).dcm"
    }

    private var described: DICOMSeries {
        var result = DICOMSeries(
            patient: patient, study: examination, series: head, technique: series.technique,
            geometry: series.geometry, thicknessMM: series.thicknessMM, slices: slices)
        result.imageType = series.imageType
        result.bitsStored = 12
        return result
    }

    private var patient: DICOMSeries.Patient {
        DICOMSeries.Patient(
            name: drawn.patient.name, id: "SAMPLE-\(drawn.caseID)",
            birthDate: drawn.patient.birthDate, sex: drawn.patient.sex)
    }

    private var examination: DICOMSeries.Study {
        DICOMSeries.Study(
            uid: DICOMUID.derived(from: study, drawn.caseID), id: drawn.caseID, date: "20260518",
            time: "101500", description: drawn.studyDescription,
            accessionNumber: "INVENTED-\(drawn.caseID)", institution: "Invented Hospital",
            referringPhysician: "Nobody^Nora")
    }

    private var head: DICOMSeries.Series {
        DICOMSeries.Series(
            uid: DICOMUID.derived(from: study, drawn.caseID, series.description),
            number: series.number, description: series.description,
            frameOfReferenceUID: DICOMUID.derived(from: study, drawn.caseID, "frame of reference"),
            bodyPart: drawn.bodyPart, protocolName: series.description,
            manufacturer: "ReadingRoom Phantoms")
    }

    private var slices: [DICOMSeries.Slice] {
        let count = series.geometry.rows * series.geometry.columns
        let isRescaled = series.technique.modality != "MR"
        return series.geometry.positions.enumerated().map { number, position in
            let first = number * count
            return DICOMSeries.Slice(
                instanceUID: DICOMUID.derived(
                    from: study, drawn.caseID, series.description, "\(number + 1)"),
                position: position,
                samples: .uint16(Array(series.samples[first..<first + count])),
                attributes: SliceAttributes(
                    slope: isRescaled ? series.picture.slope : 1,
                    intercept: isRescaled ? series.picture.intercept : 0, windows: [series.window]))
        }
    }
}
