import Glibc
import ImageFiles

var service = DecoderService(work: Misbehaviour())
exit(service.run())
