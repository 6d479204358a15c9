/* The style and the scripts of HTML pages, put into the binary by C23's #embed. */
#include "pages.h"

static const unsigned char css[] = {
#embed "../../Pages/page.css"
};
static const unsigned char proof[] = {
#embed "../../Pages/proof.js"
};
static const unsigned char index_[] = {
#embed "../../Pages/index.js"
};

struct engross_page engross_page_css(void) { return (struct engross_page){css, sizeof css}; }
struct engross_page engross_proof_js(void) { return (struct engross_page){proof, sizeof proof}; }
struct engross_page engross_index_js(void) { return (struct engross_page){index_, sizeof index_}; }
