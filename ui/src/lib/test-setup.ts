// Messages speak Russian in tests, as they do for most people.
import { speak } from "../i18n";

speak("ru");
