// Every file is fetched only when a character of its range is on the page.
import '@fontsource-variable/commissioner/wght.css'
import '@fontsource-variable/literata/wght.css'
import '@fontsource-variable/literata/wght-italic.css'
import '@fontsource-variable/fira-code/wght.css'
