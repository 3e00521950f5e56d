module com.acme.modules {
    requires dev.fermata;
}
